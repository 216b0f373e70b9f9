package dev.homeport.web.layout;

import dev.homeport.namespaces.WhoseLoopback;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout draws around every page. */
@ControllerAdvice(annotations = Controller.class)
class LayoutModel {

    private final ObjectProvider<WhoseLoopback> whose;

    LayoutModel(ObjectProvider<WhoseLoopback> whose) {
        this.whose = whose;
    }

    /** Whose loopback the page shows; null while that is not known. */
    @ModelAttribute("whose")
    WhoseLoopback.@Nullable Words whose() {
        WhoseLoopback known = whose.getIfAvailable();
        return known == null ? null : known.now().orElse(null);
    }

    @ModelAttribute("navigation")
    List<NavEntry> navigation() {
        return NavEntry.ALL;
    }

    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
