package dev.homeport.web.layout;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes a drawing in the place of the answer, which stays as it is. */
final class Paper extends HttpServletResponseWrapper {

    private final StringWriter text = new StringWriter(1 << 15);
    private @Nullable String type;

    Paper(HttpServletResponse response) {
        super(response);
    }

    String text() {
        return text.toString();
    }

    String type() {
        return type == null ? "text/html;charset=UTF-8" : type;
    }

    @Override
    public PrintWriter getWriter() {
        return new PrintWriter(text);
    }

    @Override
    public void setContentType(String wanted) {
        type = wanted;
    }

    @Override
    public @Nullable String getContentType() {
        return type;
    }

    @Override
    public void setCharacterEncoding(String encoding) {
        // text has none
    }

    @Override
    public void setLocale(Locale locale) {
        // all pages are English, whatever the reader would like better
    }
}
