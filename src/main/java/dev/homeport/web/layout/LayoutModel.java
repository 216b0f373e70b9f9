package dev.homeport.web.layout;

import dev.homeport.namespaces.WhoseLoopback;
import dev.homeport.platform.OwnPort;
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
    private final ObjectProvider<OwnPort> ownPort;

    LayoutModel(ObjectProvider<WhoseLoopback> whose, ObjectProvider<OwnPort> ownPort) {
        this.whose = whose;
        this.ownPort = ownPort;
    }

    /**
     * A link of the navigation.
     *
     * @param isHere whether it is this page's
     */
    record Link(String href, String title, String key, boolean isHere) {}

    /**
     * Whose loopback the page shows.
     *
     * @param isChoosable whether the page can show another one's
     */
    record Whose(WhoseLoopback.Words words, boolean isChoosable) {

        /** What changes when a page of another network namespace is not of that any more; null where it is Homeport's own. */
        public @Nullable String elsewhere() {
            if (!words.isElsewhere()) {
                return null;
            }
            return words.shown() == null ? "gone" : words.shown().name();
        }
    }

    /** Null while it is not known. */
    @ModelAttribute("whose")
    @Nullable
    Whose whose(HttpServletRequest request) {
        WhoseLoopback known = whose.getIfAvailable();
        boolean isChoosable = NavEntry.ALL.stream()
                .anyMatch(entry -> entry.isOfNamespace() && entry.path().equals(request.getRequestURI()));
        return known == null
                ? null
                : known.now(isChoosable ? ChosenNamespace.of(request) : null)
                        .map(words ->
                                new Whose(words, isChoosable && words.all().size() > 1))
                        .orElse(null);
    }

    @ModelAttribute("navigation")
    List<Link> navigation(HttpServletRequest request) {
        String namespace = ChosenNamespace.of(request);
        return NavEntry.ALL.stream()
                .map(entry -> new Link(
                        entry.href(namespace),
                        entry.title(),
                        entry.key(),
                        entry.path().equals(request.getRequestURI())))
                .toList();
    }

    /** For a diagnosis of loopback itself: 0 while it is not known. */
    @ModelAttribute("ownPort")
    int ownPort() {
        OwnPort known = ownPort.getIfAvailable();
        return known == null ? 0 : known.number();
    }

    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
