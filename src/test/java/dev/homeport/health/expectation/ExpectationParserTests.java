package dev.homeport.health.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grammar, sentence by sentence: what is taken and how it is written back, and what is not taken and why. */
class ExpectationParserTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp/5432 loopback                     | tcp/5432 loopback",
                "  TCP/5432   Loopback                 | tcp/5432 loopback",
                "tcp/443 all process nginx             | tcp/443 all process nginx",
                "tcp/443 all  PROCESS  Google Chrome   | tcp/443 all process Google Chrome",
                "tcp/2375 none                         | tcp/2375 none",
                "tcp/22 any                            | tcp/22 any",
                "udp/53 address                        | udp/53 address",
                "udp/68 link-local                     | udp/68 link-local",
                "tcp/8025 containers                   | tcp/8025 containers",
                "tcp4/80 all                           | tcp4/80 all",
                "udp6/5353 any                         | udp6/5353 any",
                "tcp/65535 any                         | tcp/65535 any",
                "tcp/5432 127.0.0.1 ::1                | tcp/5432 127.0.0.1 ::1",
                "tcp/80 0.0.0.0                        | tcp/80 0.0.0.0",
                "tcp/80 ::ffff:127.0.0.1               | tcp/80 127.0.0.1",
                "tcp/80 FE80::1%eth0                   | tcp/80 fe80::1",
                "name localhost 127.0.0.1 ::1          | name localhost 127.0.0.1 ::1",
                "NAME db.example 10.0.0.5              | name db.example 10.0.0.5",
            })
    void whatIsTakenIsWrittenBackInOneWay(String text, String written) {
        Expectation parsed = ExpectationParser.parse("x", text);
        assertThat(parsed.text()).isEqualTo(written);
        assertThat(ExpectationParser.parse("x", parsed.text())).isEqualTo(parsed);
        assertThat(parsed.name()).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "22,443,8080              | 22,443,8080",
                "22, 443 8080             | 22,443,8080",
                "tcp/22,udp/53,8000-8010  | tcp/22,udp/53,8000-8010",
                "22-22                    | 22",
                "None                     | none",
            })
    void onlyTakesPortsAndRanges(String text, String written) {
        assertThat(ExpectationParser.parse("only", text).text()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                           | It is empty",
                "5432 loopback                | \"5432\" is no protocol and port",
                "sctp/5432 loopback           | \"sctp/5432\" is no protocol and port",
                "tcp5/5432 loopback           | \"tcp5/5432\" is no protocol and port",
                "tcp/5432                     | It does not say where tcp/5432 should be",
                "tcp/0 any                    | 0 is no port",
                "tcp/65536 any                | 65536 is no port",
                "tcp/99999 any                | 99999 is no port",
                "tcp/80 lopback               | \"lopback\" is neither an address nor",
                "tcp/80 loopback 127.0.0.1    | \"127.0.0.1\" may not follow \"loopback\"",
                "tcp/80 none 127.0.0.1        | \"127.0.0.1\" may not follow \"none\"",
                "tcp/80 loopback all          | \"all\" may not follow \"loopback\"",
                "tcp/80 127.0.0.1 ::1 x       | \"x\" is neither an address nor",
                "tcp/80 127.1                 | \"127.1\" is neither an address nor",
                "tcp/80 none process nginx    | Where nothing listens there is no process",
                "tcp/80 all process           | \"process\" may not follow \"all\"",
                "tcp/80 all proces nginx      | \"proces\" may not follow \"all\"",
                "name localhost               | A name needs a host and at least one address",
                "name local;host 127.0.0.1    | \"local;host\" is no name of a host",
                "name localhost 127.0.0.256   | \"127.0.0.256\" is no address",
            })
    void whatIsNotTakenIsNamedWithTheGrammar(String text, String complaint) {
        assertThatThrownBy(() -> ExpectationParser.parse("x", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint)
                .hasMessageEndingWith(ExpectationParser.GRAMMAR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "22,x          | \"x\" is no port and no range of ports",
                "22,70000      | 70000 is no port",
                "8010-8000     | The range 8010-8000 ends before it begins",
                "tcp/22 any    | \"any\" is no port and no range of ports",
                "''            | It is empty",
            })
    void badOnlyIsNamedToo(String text, String complaint) {
        assertThatThrownBy(() -> ExpectationParser.parse("only", text)).hasMessageContaining(complaint);
    }

    @Test
    void grammarItselfIsMadeOfExamplesThatAreTaken() {
        for (String example : new String[] {"tcp/5432 loopback", "name localhost 127.0.0.1 ::1"}) {
            assertThat(ExpectationParser.GRAMMAR).contains(example);
            ExpectationParser.parse("x", example);
        }
        assertThat(ExpectationParser.GRAMMAR).contains("22,443,udp/53,8000-8010");
        ExpectationParser.parse("only", "22,443,udp/53,8000-8010");
    }
}
