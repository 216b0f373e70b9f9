package dev.homeport.health.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Expectations as Spring's binder finds them in settings. */
class ExpectationPropertiesTests {

    private static List<Expectation> bound(String... namesAndValues) {
        Map<String, String> source = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            source.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return bound(new MapConfigurationPropertySource(source));
    }

    /** The first source weighs most. */
    private static List<Expectation> bound(ConfigurationPropertySource... sources) {
        Binder binder = new Binder(sources);
        return binder.bindOrCreate("homeport", ExpectationProperties.class)
                .parsed(binder.bindOrCreate("homeport.expect", ExpectationProperties.Only.class));
    }

    @Test
    void noneIsSetAtFirst() {
        assertThat(bound(new String[0])).isEmpty();
    }

    @Test
    void dotOfAnEnvironmentVariableIsADash() {
        assertThat(bound("homeport.expect.no.docker.api", "tcp/2375 none"))
                .singleElement()
                .satisfies(expectation -> assertThat(expectation.name()).isEqualTo("no-docker-api"));
    }

    @Test
    void portsMayBeAListAsYamlHasIt() {
        assertThat(bound(
                        "homeport.expect.only[0]", "22",
                        "homeport.expect.only[1]", "tcp/443",
                        "homeport.expect.web", "tcp/443 all"))
                .extracting(Expectation::text)
                .containsExactlyInAnyOrder("22,tcp/443", "tcp/443 all");
    }

    @Test
    void portsOfOneSourceTakeThePlaceOfAnothers() {
        var yaml = new MapConfigurationPropertySource(Map.of(
                "homeport.expect.only[0]", "22",
                "homeport.expect.only[1]", "443",
                "homeport.expect.only[2]", "1-65535"));
        var commandLine = new MapConfigurationPropertySource(Map.of("homeport.expect.only", "22"));
        assertThat(bound(commandLine, yaml)).extracting(Expectation::text).containsExactly("22");
        var shorter = new MapConfigurationPropertySource(
                Map.of("homeport.expect.only[0]", "80", "homeport.expect.only[1]", "81"));
        assertThat(bound(shorter, yaml)).extracting(Expectation::text).containsExactly("80,81");
    }

    @Test
    void noPortsAtAllAreNoList() {
        assertThatThrownBy(() -> bound("homeport.expect.only", "")).hasMessageContaining("It is empty");
    }

    @Test
    void badOneIsNamedWithItsSettingAndValue() {
        assertThatThrownBy(() -> bound("homeport.expect.pg", "5432"))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .satisfies(thrown -> {
                    var bad = (InvalidConfigurationPropertyValueException) thrown;
                    assertThat(bad.getName()).isEqualTo("homeport.expect.pg");
                    assertThat(bad.getValue()).isEqualTo("5432");
                    assertThat(bad.getReason()).contains("\"5432\" is no protocol and port");
                });
    }
}
