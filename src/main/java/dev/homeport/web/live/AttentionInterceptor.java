package dev.homeport.web.live;

import dev.homeport.reading.Attention;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
            attention.pay();
            response.addHeader(HttpHeaders.VARY, "HX-Request");
        }
        return true;
    }
}
