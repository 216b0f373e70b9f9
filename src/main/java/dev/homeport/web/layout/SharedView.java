package dev.homeport.web.layout;

import dev.homeport.reading.Conclusion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.thymeleaf.spring6.view.ThymeleafView;

/**
 * A template, drawn once for all who see the same. To draw is most of the work of an answer, and those who have a page open
 * ask for it at the same time, which is when it has changed. A drawing depends on the address and on what the controller
 * found, and on nothing else; where either differs, it is made anew.
 */
public final class SharedView extends ThymeleafView {

    /** Which revision the reader has; what he gets instead does not depend on it. */
    private static final String REVISION = "&?\\brevision=[^&]*";

    /** Addresses of one page (filters, orders) of which the drawing is kept while there is memory, and how large it may be. */
    private static final int MOST = 4;

    private static final int LARGEST = 512 * 1024;

    private final Map<String, SoftReference<Conclusion<Drawing>>> kept = new LinkedHashMap<>(MOST, 0.75F, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SoftReference<Conclusion<Drawing>>> eldest) {
            return size() > MOST;
        }
    };

    private record Drawing(String type, byte[] body) {}

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        Drawing drawing = model == null || !isShared(request, response)
                ? draw(model, request, response)
                : shared(model, request, response);
        response.setLocale(Locale.ENGLISH);
        response.setContentType(drawing.type());
        response.setContentLength(drawing.body().length);
        response.getOutputStream().write(drawing.body());
    }

    /** What was wrong with a request is told to the one who sent it. */
    private static boolean isShared(HttpServletRequest request, HttpServletResponse response) {
        return HttpMethod.GET.matches(request.getMethod()) && response.getStatus() == HttpStatus.OK.value();
    }

    private Drawing shared(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
        String address = request.getRequestURI() + "?"
                + Objects.requireNonNullElse(request.getQueryString(), "").replaceAll(REVISION, "");
        Drawing drawing = at(address).from(() -> draw(model, request, response), found(model));
        if (drawing.body().length > LARGEST) {
            synchronized (kept) {
                kept.remove(address);
            }
        }
        return drawing;
    }

    private Conclusion<Drawing> at(String address) {
        synchronized (kept) {
            SoftReference<Conclusion<Drawing>> reference = kept.get(address);
            Conclusion<Drawing> known = reference == null ? null : reference.get();
            if (known == null) {
                known = new Conclusion<>();
                kept.put(address, new SoftReference<>(known));
            }
            return known;
        }
    }

    /** Without what Spring adds for forms: it says the same again. */
    private static Map<String, Object> found(Map<String, ?> model) {
        return model.entrySet().stream()
                .filter(entry -> entry.getValue() != null && !entry.getKey().startsWith(BindingResult.MODEL_KEY_PREFIX))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Drawing draw(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
        Paper paper = new Paper(response);
        try {
            super.render(model, request, paper);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The template " + getTemplateName() + " cannot be drawn", e);
        }
        return new Drawing(paper.type(), paper.text().getBytes(StandardCharsets.UTF_8));
    }
}
