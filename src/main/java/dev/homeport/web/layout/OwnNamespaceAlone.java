package dev.homeport.web.layout;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.elsewhere.AnyNamespace;
import dev.homeport.answer.elsewhere.Elsewhere;
import dev.homeport.namespaces.WhoseLoopback;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses to answer for another network namespace what is told of Homeport's own alone. */
class OwnNamespaceAlone implements HandlerInterceptor {

    private final WhoseLoopback whose;

    OwnNamespaceAlone(WhoseLoopback whose) {
        this.whose = whose;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String namespace = ChosenNamespace.of(request);
        if (namespace != null
                && handler instanceof HandlerMethod method
                && !method.hasMethodAnnotation(AnyNamespace.class)
                && whose.now(namespace).map(WhoseLoopback.Words::isElsewhere).orElse(true)) {
            throw new BadParameter(
                    Elsewhere.PARAMETER,
                    namespace,
                    "nothing but Homeport’s own at this address, which tells of no other");
        }
        return true;
    }
}
