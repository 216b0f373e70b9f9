package dev.homeport.namespaces.side;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.latency.Speed;
import dev.homeport.net.BindScope;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States that others wrote, well-meaning or not. */
class StateParserTests {

    private static final String HEAD = "{\"format\":\"homeport-state\",\"version\":1,\"hosts\":{}";

    private static Side parse(String json) throws StateParser.NoStateException {
        return StateParser.parse(
                json.getBytes(StandardCharsets.UTF_8), "saved:1", Kind.SAVED, "laptop", "It was read from a file.");
    }

    @Test
    void listenersNamesAndInterfacesAreRead() throws Exception {
        Side side = parse(HEAD + """
                ,"takenAt":"2026-11-20T20:00:00Z","machine":"m1","loopback":"l1",
                "vantage":{"hostname":"box","os":"Debian 12","namespace":"4026531840","container":{"runtime":"docker","id":"0123456789abcdef","name":null}},
                "sockets":{"reading":"fresh","sockets":[
                  {"protocol":"tcp","family":"dual","address":"::","port":8080,"scope":"all","role":"server","processes":[{"name":"java"}]},
                  {"protocol":"udp","family":"ipv4","address":"0.0.0.0","port":40000,"scope":"all","role":"maybe-client","processes":[]}]},
                "addresses":{"reading":"fresh","interfaces":[{"name":"lo","loopback":true,"up":true,"mtu":65536,"addresses":[{"address":"127.0.0.1","prefix":8}]}],
                  "gateways":[{"address":"10.0.0.1"}],"dns":["10.0.0.53"]},
                "hosts":{"reading":"fresh","path":"/etc/hosts","total":1,"entries":[{"address":"127.0.0.1","names":["LocalHost","localhost"]}]},
                "latency":{"reading":"fresh","targets":[{"id":"tcp4","status":"ok","p50Micros":21.5,"p99Micros":null}]}}""");
        assertThat(side.listeners().value()).singleElement().satisfies(listener -> {
            assertThat(listener.bind().text()).isEqualTo("[::]:8080");
            assertThat(listener.scope()).isEqualTo(BindScope.ALL);
            assertThat(listener.process()).isEqualTo("java");
        });
        assertThat(side.clients()).isEqualTo(1);
        assertThat(side.place().container()).isEqualTo("docker 0123456789ab");
        assertThat(side.network().value().loopbackMtu()).isEqualTo(65536);
        assertThat(side.hosts().value().addressesOf("localhost")).containsExactly("127.0.0.1", "127.0.0.1");
        assertThat(side.latency().value().get(0).p50Micros()).isEqualTo(21.5);
        assertThat(side.takenAt()).hasToString("2026-11-20T20:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "nonsense",
                "{}",
                "{\"format\":\"homeport-state\"}",
                "{\"format\":\"homeport-state\",\"version\":2}",
                "{\"format\":1,\"version\":1}",
                "{\"format\":\"homeport-state\",\"version\":1"
            })
    void whatIsNoStateIsRefusedWithASentence(String json) {
        assertThatThrownBy(() -> parse(json))
                .isInstanceOf(StateParser.NoStateException.class)
                .hasMessageMatching(".{20,}\\.?.*");
    }

    @Test
    void depthIsBounded() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        assertThatThrownBy(() -> parse(HEAD + ",\"x\":" + deep + "}")).isInstanceOf(StateParser.NoStateException.class);
    }

    @Test
    void sizeIsBounded() {
        String large = "\"" + "x".repeat(1000) + "\",";
        String json = HEAD + ",\"x\":[" + large.repeat(StateParser.LARGEST / 1000 + 10) + "1]}";
        assertThatThrownBy(() -> parse(json)).isInstanceOf(StateParser.NoStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"protocol\":\"tcp\",\"address\":\"::\",\"port\":0,\"scope\":\"all\",\"role\":\"server\"}",
                "{\"protocol\":\"tcp\",\"address\":\"::\",\"port\":70000,\"scope\":\"all\",\"role\":\"server\"}",
                "{\"protocol\":\"tcp\",\"address\":\"::\",\"port\":\"x\",\"scope\":\"all\",\"role\":\"server\"}",
                "{\"protocol\":\"tcp\",\"address\":\"evil.example\",\"port\":80,\"scope\":\"all\",\"role\":\"server\"}",
                "{\"protocol\":\"sctp\",\"address\":\"::\",\"port\":80,\"scope\":\"all\",\"role\":\"server\"}",
                "{\"protocol\":\"tcp\",\"address\":\"::\",\"port\":80,\"scope\":\"everywhere\",\"role\":\"server\"}",
                "[]",
                "7",
                "null"
            })
    void socketThatMakesNoSenseIsLeftOut(String socket) throws Exception {
        Side side = parse(HEAD + ",\"sockets\":{\"reading\":\"fresh\",\"sockets\":[" + socket + "]}}");
        assertThat(side.listeners().value()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"x\"", "[]", "null"})
    void stateWhosePartsAreNoPartsIsRefused(String part) {
        assertThatThrownBy(() -> parse(allParts(part))).isInstanceOf(StateParser.NoStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"interfaces\":7,\"sockets\":{},\"entries\":\"x\",\"targets\":null}", "{\"reading\":[]}"
            })
    void partsWithoutRowsAreNotKnown(String part) throws Exception {
        Side side = parse(allParts(part));
        assertThat(side.takenAt()).isNull();
        assertThat(side.listeners().value()).isNull();
        assertThat(side.network().value()).isNull();
        assertThat(side.hosts().value()).isNull();
        assertThat(side.latency().value()).isNull();
    }

    private static String allParts(String part) {
        return HEAD + ",\"sockets\":" + part + ",\"addresses\":" + part + ",\"hosts\":" + part + ",\"latency\":" + part
                + ",\"vantage\":" + part + ",\"takenAt\":" + part + "}";
    }

    /** Whether it is up, it does not say; so it is no interface, rather than one that is down. */
    @Test
    void interfaceWithoutAStateIsLeftOut() throws Exception {
        Side side =
                parse(HEAD + ",\"addresses\":{\"interfaces\":[{\"name\":\"lo\",\"loopback\":true,\"addresses\":[]}]}}");
        assertThat(side.network().value().links()).isEmpty();
    }

    @Test
    void partThatWasMissingThereIsNotKnownHere() throws Exception {
        Side side = parse(HEAD + ",\"sockets\":{\"reading\":\"missing\",\"reason\":\"No netlink.\",\"sockets\":[]}}");
        assertThat(side.listeners()).isEqualTo(Known.not("No netlink."));
        assertThat(side.network().value()).isNull();
    }

    @Test
    void speedKeepsWhatItFailedWithAndWhy() throws Exception {
        Side side =
                parse(HEAD + ",\"latency\":{\"reading\":\"fresh\",\"targets\":[{\"id\":\"tcp4\",\"status\":\"failing\","
                        + "\"outcome\":\"refused\",\"reason\":\"A firewall rejects it.\",\"p50Micros\":21.5,\"p99Micros\":90.0,"
                        + "\"p99IsSlowest\":true}]}}");
        assertThat(side.latency().value())
                .containsExactly(new Speed(
                        "tcp4",
                        "127.0.0.1, TCP round trip",
                        "failing",
                        21.5,
                        null,
                        "refused",
                        "A firewall rejects it."));
    }

    @Test
    void textOfOthersIsMadeFitToShow() throws Exception {
        Side side =
                parse(HEAD + ",\"vantage\":{\"hostname\":\"\\u001b[31mred\\u202Ename\\n" + "x".repeat(1000) + "\"}}");
        assertThat(side.place().hostname()).startsWith("redname x").hasSizeLessThan(260);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+1000000000-12-31T23:59:59.999999999Z", "-999999999-01-01T00:00:00Z", "1970-01-01T00:00:00Z"})
    void timeThatNoCalendarShowsIsNotTold(String time) throws Exception {
        assertThat(parse(HEAD + ",\"takenAt\":\"" + time + "\"}").takenAt()).isNull();
    }

    /** Four million bytes of nothing would be many times that in memory. */
    @Test
    void numberOfPartsIsBounded() {
        String many = "{},".repeat(StateParser.LARGEST / 3 - 100);
        assertThatThrownBy(() -> parse(HEAD + ",\"x\":[" + many + "1]}"))
                .isInstanceOf(StateParser.NoStateException.class);
    }
}
