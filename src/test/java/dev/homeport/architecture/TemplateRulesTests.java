package dev.homeport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the templates, each with its reason. */
class TemplateRulesTests {

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/resources/templates"))) {
            return all.filter(file -> file.toString().endsWith(".html")).toList().stream();
        }
    }

    private static String text(Path template) {
        try {
            return Files.readString(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void readingsOfAPageComeFromItsSnapshots(Path template) {
        assertThat(text(template))
                .as("a list written by hand forgets what the page is made from as well, and is not told of its changes")
                .doesNotContainPattern("(?<!th:)data-readings=");
    }
}
