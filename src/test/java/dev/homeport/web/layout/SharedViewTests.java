package dev.homeport.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Each drawing bears its number. */
class SharedViewTests {

    private static final String TEMPLATE = "<p>[[${page.words}]] [[${page.number()}]]</p>";

    private final Counter drawings = new Counter();
    private final StaticWebApplicationContext context = new StaticWebApplicationContext();
    private View view;

    /** Equal to whatever says the same. */
    public record Page(String words, Counter drawings) {

        public int number() {
            return ++drawings.number;
        }
    }

    /** How often something was drawn. */
    public static final class Counter {
        private int number;
    }

    @BeforeEach
    void resolve() throws Exception {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(new StringTemplateResolver());
        context.setServletContext(new MockServletContext());
        context.refresh();
        ThymeleafViewResolver resolver = new ThymeleafViewResolver();
        resolver.setApplicationContext(context);
        resolver.setTemplateEngine(engine);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setViewClass(SharedView.class);
        view = resolver.resolveViewName(TEMPLATE, Locale.ENGLISH);
    }

    private MockHttpServletResponse draw(String method, String query, String words, int status) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/sockets");
        request.setQueryString(query);
        request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, new FixedLocaleResolver());
        MockHttpServletResponse response = new MockHttpServletResponse();
        response.setStatus(status);
        Map<String, Object> model = new HashMap<>(Map.of("page", new Page(words, drawings)));
        model.put("whose", null);
        view.render(model, request, response);
        return response;
    }

    private String drawn(String query, String words) throws Exception {
        return draw("GET", query, words, 200).getContentAsString();
    }

    @Test
    void whoSeesTheSameGetsTheSameDrawing() throws Exception {
        assertThat(drawn("q=nginx", "7 sockets")).isEqualTo("<p>7 sockets 1</p>");
        assertThat(drawn("q=nginx", "7 sockets")).isEqualTo("<p>7 sockets 1</p>");
    }

    @Test
    void whatChangedIsDrawnAnew() throws Exception {
        drawn(null, "7 sockets");
        assertThat(drawn(null, "8 sockets")).isEqualTo("<p>8 sockets 2</p>");
        assertThat(drawn(null, "7 sockets")).isEqualTo("<p>7 sockets 3</p>");
    }

    @Test
    void eachAddressHasItsOwnDrawing() throws Exception {
        drawn("q=nginx", "7 sockets");
        assertThat(drawn("q=java", "7 sockets")).isEqualTo("<p>7 sockets 2</p>");
        assertThat(drawn("q=nginx", "7 sockets")).isEqualTo("<p>7 sockets 1</p>");
    }

    @Test
    void revisionThatTheReaderHasMakesNoDifference() throws Exception {
        drawn("q=nginx&revision=abc", "7 sockets");
        assertThat(drawn("q=nginx&revision=def", "7 sockets")).isEqualTo("<p>7 sockets 1</p>");
        assertThat(drawn("revision=abc", "7 sockets")).isEqualTo("<p>7 sockets 2</p>");
        assertThat(drawn(null, "7 sockets")).isEqualTo("<p>7 sockets 2</p>");
    }

    @Test
    void whatWasWrongIsDrawnForEachWhoSentIt() throws Exception {
        draw("GET", null, "port:x", 400);
        assertThat(draw("GET", null, "port:x", 400).getContentAsString()).isEqualTo("<p>port:x 2</p>");
        assertThat(draw("POST", null, "port:x", 200).getContentAsString()).isEqualTo("<p>port:x 3</p>");
    }

    @Test
    void answerSaysWhatItIs() throws Exception {
        drawn(null, "7 sockets");
        MockHttpServletResponse second = draw("GET", null, "7 sockets", 200);
        assertThat(second.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(second.getHeader("Content-Language")).isEqualTo("en");
        assertThat(second.getContentLength()).isEqualTo(second.getContentAsByteArray().length);
    }
}
