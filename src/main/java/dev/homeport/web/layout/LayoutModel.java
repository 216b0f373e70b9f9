package dev.homeport.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout draws around every page. */
@ControllerAdvice(annotations = Controller.class)
class LayoutModel {

    @ModelAttribute("navigation")
    List<NavEntry> navigation() {
        return NavEntry.ALL;
    }

    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
