package dev.homeport.namespaces.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.namespaces.Sides;
import dev.homeport.namespaces.side.Side;
import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.net.Protocol;
import dev.homeport.processes.Publication;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTests {

    private static Comparison compare(Side left, Side right, Publication... publications) {
        return Comparison.of(left, right, Map.of(Sides.host().build().id(), List.of(publications)));
    }

    private static Endpoint at(String address, int port) {
        return new Endpoint(IpAddress.parse(address).orElseThrow(), port);
    }

    @Test
    void portsAreSortedByWhereSomethingListens() {
        Comparison both = compare(
                Sides.ownContainer()
                        .listens("0.0.0.0", 9000)
                        .listens("0.0.0.0", 80)
                        .build(),
                Sides.host().listens("127.0.0.1", 5432).listens("0.0.0.0", 80).build());
        assertThat(both.ports(PortRow.Where.ONLY_LEFT))
                .extracting(PortRow::port)
                .containsExactly(9000);
        assertThat(both.ports(PortRow.Where.ONLY_RIGHT))
                .extracting(PortRow::port)
                .containsExactly(5432);
        assertThat(both.ports(PortRow.Where.BOTH)).extracting(PortRow::port).containsExactly(80);
        assertThat(both.shared()).isFalse();
        assertThat(both.sentence())
                .isEqualTo(
                        "This container and the host have a loopback each: 127.0.0.1 in the one is not 127.0.0.1 in the other.");
    }

    /** A tool that does not see must not say that there is nothing. */
    @Test
    void whatIsNotKnownIsNeverCalledEqualOrAbsent() {
        Comparison both = compare(
                Sides.ownContainer()
                        .listens("0.0.0.0", 80)
                        .names("localhost", "127.0.0.1")
                        .build(),
                Sides.host().withoutListeners().withoutHosts().build());
        assertThat(both.ports()).isNull();
        assertThat(both.hosts()).isNull();
        assertThat(both.where())
                .filteredOn(one -> one.subject().equals("Name servers"))
                .allSatisfy(
                        one -> assertThat(one.isEqual() || one.isDifferent()).isFalse());
    }

    @Test
    void sidesThatShareALoopbackAreSaidToWhoeverTellsIt() {
        Comparison both = compare(
                Sides.ownContainer().sharing("one").listens("127.0.0.1", 80).build(),
                Sides.peer("host").sharing("one").listens("127.0.0.1", 80).build());
        assertThat(both.ports(PortRow.Where.BOTH).get(0).left().get(0).way().verdict())
                .isEqualTo(Way.Verdict.REACHES);
        assertThat(both.shared()).isTrue();
        assertThat(both.sentence()).contains("share one loopback");
        assertThat(both.toRight()).isEmpty();
    }

    @Test
    void whetherALoopbackIsSharedMayBeUnknown() {
        assertThat(compare(
                                Sides.ownContainer().build(),
                                Sides.peer("mac").sharing(null).build())
                        .shared())
                .isNull();
    }

    @Test
    void hostsFilesAreComparedNameByName() {
        Comparison both = compare(
                Sides.ownContainer()
                        .names("localhost", "127.0.0.1", "::1")
                        .names("db", "10.0.0.5")
                        .names("same", "10.0.0.6")
                        .build(),
                Sides.host()
                        .names("localhost", "127.0.0.1")
                        .names("same", "10.0.0.6")
                        .build());
        assertThat(both.hosts())
                .containsExactly(
                        new Difference("localhost", "127.0.0.1, ::1", "127.0.0.1"),
                        new Difference("db", "10.0.0.5", "—"));
        assertThat(both.equalNames()).isEqualTo(1);
    }

    @Test
    void localhostIsShownEvenWhereBothAgree() {
        Comparison both = compare(
                Sides.ownContainer().names("localhost", "127.0.0.1").build(),
                Sides.host().names("localhost", "127.0.0.1").build());
        assertThat(both.hosts()).containsExactly(new Difference("localhost", "127.0.0.1", "127.0.0.1"));
    }

    /** R8.1, R8.3: Docker's forwarder tells the whole mapping. */
    @Test
    void publishedPortIsADoorAndNoServerOfTheHost() {
        Publication told = new Publication(Protocol.TCP, at("127.0.0.1", 8083), at("10.88.0.5", 80), "docker-proxy");
        Comparison both = compare(
                Sides.ownContainer().listens("0.0.0.0", 80, "nginx").build(),
                Sides.host().listens("127.0.0.1", 8083, "docker-proxy").build(),
                told);
        assertThat(both.ports(PortRow.Where.ONLY_LEFT)).hasSize(1);
        assertThat(both.ports(PortRow.Where.ONLY_RIGHT)).isEmpty();
        Way way = both.ports(PortRow.Where.ONLY_LEFT).get(0).left().get(0).way();
        assertThat(way.targets()).extracting(Endpoint::text).containsExactly("127.0.0.1:8083", "10.88.0.5:80");
        assertThat(both.published()).singleElement().satisfies(port -> {
            assertThat(port.flag()).isEqualTo("-p 127.0.0.1:8083:80");
            assertThat(port.isCertain()).isTrue();
            assertThat(port.works()).isTrue();
        });
    }

    @Test
    void whatIsPublishedAtAllAddressesTheHostMeetsAtItsLoopback() {
        Publication told = new Publication(Protocol.TCP, at("0.0.0.0", 8083), at("10.88.0.5", 80), "docker-proxy");
        Comparison both = compare(
                Sides.ownContainer().listens("0.0.0.0", 80, "nginx").build(),
                Sides.host().listens("0.0.0.0", 8083, "docker-proxy").build(),
                told);
        Way way = both.ports(PortRow.Where.ONLY_LEFT).get(0).left().get(0).way();
        assertThat(way.targets()).extracting(Endpoint::text).containsExactly("127.0.0.1:8083", "10.88.0.5:80");
    }

    /** R8.1: connects, then nothing: the most deceptive row of the table. */
    @Test
    void publishedPortWithLoopbackBehindItIsSaidToGiveAnEmptyReply() {
        Publication told = new Publication(Protocol.TCP, at("0.0.0.0", 8080), at("10.88.0.5", 80), "docker-proxy");
        Comparison both = compare(
                Sides.ownContainer().listens("127.0.0.1", 80, "vite").build(),
                Sides.host().listens("0.0.0.0", 8080, "docker-proxy").build(),
                told);
        assertThat(both.published()).singleElement().satisfies(port -> {
            assertThat(port.flag()).isEqualTo("-p 8080:80");
            assertThat(port.works()).isFalse();
            assertThat(port.behind())
                    .contains("vite")
                    .contains("127.0.0.1:80")
                    .contains("empty reply")
                    .contains("0.0.0.0");
        });
        assertThat(both.ports(PortRow.Where.ONLY_LEFT)
                        .get(0)
                        .left()
                        .get(0)
                        .way()
                        .verdict())
                .isEqualTo(Way.Verdict.NOT);
    }

    @Test
    void publishedPortWithNothingBehindItIsSaidToHaveNothing() {
        Publication told = new Publication(Protocol.TCP, at("0.0.0.0", 8080), at("10.88.0.5", 80), "docker-proxy");
        Comparison both = compare(
                Sides.ownContainer().build(),
                Sides.host().listens("0.0.0.0", 8080, "docker-proxy").build(),
                told);
        assertThat(both.published())
                .singleElement()
                .satisfies(port -> assertThat(port.behind()).startsWith("Nothing listens on port 80 in the container"));
    }

    /** Podman's forwarder does not tell: what is inferred is said to be, and hides and promises nothing. */
    @Test
    void sameNumberBehindAForwarderThatDoesNotTellIsInferred() {
        Comparison both = compare(
                Sides.ownContainer()
                        .listens("127.0.0.1", 5432)
                        .listens("::", 8080)
                        .build(),
                Sides.host()
                        .listens("127.0.0.1", 5432, null)
                        .listens("127.0.0.1", 8080, null)
                        .build());
        assertThat(both.published()).hasSize(2).allSatisfy(port -> {
            assertThat(port.isCertain()).isFalse();
            assertThat(port.by()).isNull();
        });
        assertThat(both.ports(PortRow.Where.BOTH)).singleElement().satisfies(row -> {
            assertThat(row.port()).isEqualTo(5432);
            assertThat(row.left().get(0).way().verdict()).isEqualTo(Way.Verdict.NOT);
        });
        assertThat(both.ports(PortRow.Where.ONLY_LEFT))
                .extracting(PortRow::port)
                .containsExactly(8080);
        assertThat(both.ports(PortRow.Where.ONLY_RIGHT))
                .extracting(PortRow::port)
                .containsExactly(8080);
    }

    /** R8.16: podman's forwarder tells which container it is, and not which port. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0.0.0.0:80, 9001, 80, true",
                "127.0.0.1:80, 9001, 80, false",
                "0.0.0.0:80 0.0.0.0:443, 9001, -, -",
                "0.0.0.0:80 0.0.0.0:443, 443, 443, true",
                "-, 9001, -, -",
            })
    void portThatPodmanPublishesIsInferredWithinItsContainer(String inside, int outside, Integer port, Boolean works) {
        Sides own = Sides.ownContainer();
        for (String bind : inside == null ? new String[0] : inside.split(" ")) {
            own.listens(bind.split(":")[0], Integer.parseInt(bind.split(":")[1]), "app");
        }
        Comparison both = compare(
                own.build(),
                Sides.host()
                        .keepsForPodman("0.0.0.0", outside, "web", "2")
                        .keepsForPodman("0.0.0.0", 9999, "another", "another")
                        .build());
        assertThat(both.published()).singleElement().satisfies(published -> {
            assertThat(published.inside().port()).isEqualTo(port);
            assertThat(published.works()).isEqualTo(works);
            assertThat(published.inference()).isNotBlank();
            assertThat(published.behind()).isNotBlank();
        });
        assertThat(both.ports(PortRow.Where.ONLY_RIGHT))
                .as("the door of another container is not this one's")
                .extracting(PortRow::port)
                .containsExactly(9999);
    }

    /** R8.9: a third container's port is met at the host, and what its application does with that is not seen from here. */
    @Test
    void doorToAnotherContainerIsMetAndPromisesNothing() {
        Comparison both = compare(
                Sides.ownContainer().build(),
                Sides.host().keepsForPodman("0.0.0.0", 9999, "another", "3").build());
        Way way = both.ports(PortRow.Where.ONLY_RIGHT).get(0).right().get(0).way();
        assertThat(way.verdict()).isEqualTo(Way.Verdict.UNKNOWN);
        assertThat(way.targets()).extracting(Endpoint::text).contains("10.88.0.1:9999");
        assertThat(way.because()).contains("conmon only forwards, to container another of podman (3)");
    }

    @Test
    void serverOfTheHostWithAKnownOwnerIsNoDoor() {
        Comparison both = compare(
                Sides.ownContainer().listens("::", 8080).build(),
                Sides.host().listens("127.0.0.1", 8080, "java").build());
        assertThat(both.published()).isEmpty();
    }

    /** Each engine gives its containers the same addresses. */
    @Test
    void whatIsPublishedHereIsNoDoorToAContainerElsewhere() {
        Publication told = new Publication(Protocol.TCP, at("127.0.0.1", 8083), at("10.88.0.5", 80), "docker-proxy");
        Comparison both = compare(
                Sides.peer("laptop")
                        .link("eth0", "10.88.0.5/16")
                        .listens("0.0.0.0", 80)
                        .build(),
                Sides.host().listens("127.0.0.1", 8083, "docker-proxy").build(),
                told);
        assertThat(both.published()).isEmpty();
        assertThat(both.ports(PortRow.Where.ONLY_RIGHT)).hasSize(1);
    }

    @Test
    void doorLeadsToTheAddressThatItsForwarderTells() {
        Publication told = new Publication(Protocol.TCP, at("127.0.0.1", 8083), at("10.88.0.5", 80), "docker-proxy");
        Comparison both = compare(
                Sides.ownContainer()
                        .listens("127.0.0.1", 80, "a")
                        .listens("10.88.0.5", 80, "b")
                        .build(),
                Sides.host().listens("127.0.0.1", 8083, "docker-proxy").build(),
                told);
        assertThat(both.ports(PortRow.Where.ONLY_LEFT))
                .flatExtracting(PortRow::left)
                .extracting(met -> met.listener().process() + " " + met.way().verdict())
                .containsExactlyInAnyOrder("a NOT", "b REACHES");
    }
}
