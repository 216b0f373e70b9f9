package dev.homeport.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.answer.BadParameter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

class SocketFilterTests {

    private static final List<ListeningSocket> ALL = List.of(
            Fixtures.tcp("127.0.0.1", 3000, "node"),
            Fixtures.tcp("0.0.0.0", 80, "nginx"),
            Fixtures.tcp("::1", 5432, "postgres"),
            Fixtures.tcp("192.168.1.5", 8080, "java"),
            Fixtures.tcp("172.17.0.1", 8081, "java"),
            Fixtures.udp("0.0.0.0", 53, "dnsmasq"),
            Fixtures.tcp("0.0.0.0", 2049, Fixtures.kernel()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                              | 3000 80 5432 8080 8081 53 2049",
                "port=80                        | 80",
                "port=80,3000                   | 3000 80",
                "port=80&port=3000              | 3000 80",
                "port=3000-6000                 | 3000 5432",
                "protocol=udp                   | 53",
                "protocol=TCP&port=53           | -",
                "scope=all                      | 80 53 2049",
                "scope=loopback,containers      | 3000 5432 8081",
                "process=JAVA                   | 8080 8081",
                "process=jav&scope=containers   | 8081",
                "q=node                         | 3000",
                "q=alice                        | 3000 80 5432 8080 8081 53",
                "q=127.0.0.1:3000               | 3000",
                "q=[::1]                        | 5432",
                "q=one+address                  | 8080",
                "q=--serve+nginx                | 80",
                "q=port:80                      | 80",
                "q=port:80,443                  | 80",
                "q=scope:all+proto:udp          | 53",
                "q=process:java+port:8081       | 8081",
                "q=PROTOCOL:UDP                 | 53",
                "q=user:ali+port:80             | 80",
                "q=port:                        | 3000 80 5432 8080 8081 53 2049",
                "q=++                           | 3000 80 5432 8080 8081 53 2049",
                "q=nothing:like                 | -",
                "q=nfs                          | 2049",
                "port=&scope=                   | 3000 80 5432 8080 8081 53 2049",
            })
    void socketsThatMatchEachCriterionPass(String query, String ports) {
        List<Integer> expected = ports == null
                ? List.of()
                : Stream.of(ports.split(" ")).map(Integer::valueOf).toList();
        assertThat(ALL.stream().filter(filter(query)))
                .extracting(ListeningSocket::port)
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port=abc        | port     | port takes a port from 1 to 65535 or a range such as 8000-8999, not “abc”.",
                "port=0          | port     | not “0”",
                "port=65536      | port     | not “65536”",
                "port=9-8        | port     | not “9-8”",
                "port=-1         | port     | not “-1”",
                "protocol=sctp   | protocol | protocol takes tcp or udp, not “sctp”.",
                "scope=public    | scope    | scope takes one of loopback, link-local, containers, address, all, foreign, not “public”.",
                "q=port:x        | q        | port: takes a port",
                "q=scope:public  | q        | scope: takes one of",
                "q=proto:icmp    | q        | proto: takes tcp or udp",
            })
    void whatMakesNoSenseIsNamedWithWhatIsTaken(String query, String parameter, String sentence) {
        assertThatThrownBy(() -> filter(query)).isInstanceOfSatisfying(BadParameter.class, bad -> {
            assertThat(bad.sentence()).contains(sentence);
            assertThat(bad.getBody().getProperties())
                    .containsEntry("parameter", parameter)
                    .containsKeys("value", "accepts");
        });
    }

    @Test
    void longNonsenseIsEchoedShortened() {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add("port", "9".repeat(10_000));
        assertThatThrownBy(() -> SocketFilterParser.parse(SocketsRequest.of(parameters)))
                .satisfies(bad -> assertThat(((BadParameter) bad).sentence()).hasSizeLessThan(200));
    }

    @Test
    void processIsFoundByItsId() {
        int pid = ALL.get(0).owner().processes().get(0).pid();
        assertThat(ALL.stream().filter(filter("q=pid:" + pid)))
                .extracting(ListeningSocket::port)
                .containsExactly(3000);
    }

    static SocketFilter filter(String query) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        UriComponentsBuilder.fromUriString("/sockets?" + (query == null ? "" : query))
                .build()
                .getQueryParams()
                .forEach((name, values) ->
                        values.forEach(value -> parameters.add(name, value == null ? "" : value.replace('+', ' '))));
        return SocketFilterParser.parse(SocketsRequest.of(parameters));
    }
}
