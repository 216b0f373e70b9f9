package dev.homeport.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** Puts style sheets in the place of their imports: sixteen files to write in, one to ask for. */
final class CssImports implements ResourceTransformer {

    private static final Pattern IMPORT = Pattern.compile("@import \"([a-z]+\\.css)\"( [a-z]+)?;");

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource sheet = chain.transform(request, resource);
        String text = sheet.getContentAsString(StandardCharsets.UTF_8);
        String whole = IMPORT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(imported(sheet, found)));
        return whole.equals(text) ? sheet : new TransformedResource(sheet, whole.getBytes(StandardCharsets.UTF_8));
    }

    private static String imported(Resource sheet, MatchResult found) {
        try {
            String text = sheet.createRelative(found.group(1)).getContentAsString(StandardCharsets.UTF_8);
            return found.group(2) == null ? text : "@media" + found.group(2) + " {\n" + text + "}\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
