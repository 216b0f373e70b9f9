package dev.homeport.web.live;

import dev.homeport.answer.elsewhere.PeerQuestion;
import dev.homeport.reading.Attention;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Notes that somebody looks, and marks each answer as one that depends on whether htmx asks: the page and its fragment
 * share a URL. Monitors that poll the actuator do not come by here, and are not watching.
 */
class AttentionInterceptor implements HandlerInterceptor {

    private final Attention attention;

    AttentionInterceptor(Attention attention) {
        this.attention = attention;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod) {
            pay(request.getHeader(PeerQuestion.HEADER));
            response.addHeader(HttpHeaders.VARY, "HX-Request");
        }
        return true;
    }

    /** @param peer what another Homeport says of who looks at it; null when none asks */
    private void pay(@Nullable String peer) {
        if (peer == null) {
            attention.pay();
        } else if (peer.equals(PeerQuestion.WATCHED)) {
            attention.payThroughPeer();
        }
    }
}
