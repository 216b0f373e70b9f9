package dev.homeport.health.expectation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * What should be so.
 *
 * @param expect {@code homeport.expect.<name>}: an expectation each, as {@link ExpectationParser#GRAMMAR} has it
 */
@ConfigurationProperties("homeport")
record ExpectationProperties(@DefaultValue Map<String, String> expect) {

    /** As the parts of a list are called: YAML may have one of ports. */
    private static final Pattern PART_OF_ONLY = Pattern.compile(OnlyExpectation.NAME + "\\.\\d+");

    /**
     * The expectations, by name. The environment has no dash: {@code HOMEPORT_EXPECT_NO_DOCKER} is {@code no-docker}, and
     * the first of two that are called alike counts, as sources of settings come in the order of their weight.
     *
     * @throws InvalidConfigurationPropertyValueException naming the first that makes no sense, and what does
     */
    List<Expectation> parsed() {
        Map<String, String> whole = new LinkedHashMap<>();
        expect.forEach((name, text) -> whole.merge(
                PART_OF_ONLY.matcher(name).matches() ? OnlyExpectation.NAME : name,
                text,
                (before, next) -> before + "," + next));
        Map<String, Expectation> parsed = new LinkedHashMap<>();
        whole.forEach(
                (name, text) -> parsed.computeIfAbsent(name.replace('.', '-'), shown -> parsed(name, shown, text)));
        return List.copyOf(parsed.values());
    }

    private static Expectation parsed(String name, String shown, String text) {
        try {
            return ExpectationParser.parse(shown, text);
        } catch (IllegalArgumentException e) {
            throw new InvalidConfigurationPropertyValueException("homeport.expect." + name, text, e.getMessage());
        }
    }
}
