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

    /** A list of ports, as YAML may have it, comes as one part a name; {@link Only} has it whole. */
    private static final Pattern PART_OF_ONLY = Pattern.compile(OnlyExpectation.NAME + "\\.\\d+");

    /**
     * The one expectation that may be a list, of which the source with the most weight counts, and no other.
     *
     * @param only {@code homeport.expect.only}
     */
    @ConfigurationProperties("homeport.expect")
    record Only(@DefaultValue List<String> only) {}

    /**
     * The expectations, by name. The environment has no dash: {@code HOMEPORT_EXPECT_NO_DOCKER} is {@code no-docker}, and
     * the first of two that are called alike counts, as sources of settings come in the order of their weight.
     *
     * @throws InvalidConfigurationPropertyValueException naming the first that makes no sense, and what does
     */
    List<Expectation> parsed(Only ports) {
        Map<String, Expectation> parsed = new LinkedHashMap<>();
        expect.forEach((name, text) -> {
            boolean isOnly = name.equals(OnlyExpectation.NAME)
                    || PART_OF_ONLY.matcher(name).matches();
            String setting = isOnly ? OnlyExpectation.NAME : name;
            String whole = isOnly ? String.join(",", ports.only()) : text;
            parsed.computeIfAbsent(setting.replace('.', '-'), shown -> parsed(setting, shown, whole));
        });
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
