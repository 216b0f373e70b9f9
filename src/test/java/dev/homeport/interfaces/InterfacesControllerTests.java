package dev.homeport.interfaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.homeport.interfaces.source.LinkState;
import dev.homeport.platform.InterfaceCounters;
import dev.homeport.reading.Attention;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest(InterfacesController.class)
@AutoConfigureMockMvc(addFilters = false)
class InterfacesControllerTests {

    @Autowired
    MockMvcTester mvc;

    @MockitoBean
    CachedCollector<Interfaces> interfaces;

    @MockitoBean
    CachedCollector<Traffic> traffic;

    @MockitoBean
    Attention attention;

    @BeforeEach
    void aMachine() {
        reading(Fixtures.developersMachine().setting("net.ipv6.bindv6only", "0").reading());
        Traffic passed =
                new Traffic(Map.of("eth0", new InterfaceCounters(2_500_000, 1234, 1, 2, 999, 10, 0, null)), 5L);
        traffic(new Reading.Fresh<>(passed, Fixtures.TAKEN_AT, Duration.ofMillis(1)));
    }

    private void reading(Reading<Interfaces> reading) {
        given(interfaces.snapshot()).willReturn(new Snapshot<>("interfaces", reading, "i1"));
    }

    private void traffic(Reading<Traffic> reading) {
        given(traffic.snapshot()).willReturn(new Snapshot<>("traffic", reading, "t1"));
    }

    @Test
    void pageStartsWithLoopbackAndShowsAllThatIsKnown() {
        assertThat(mvc.get().uri("/interfaces"))
                .hasStatusOk()
                .bodyText()
                .contains("data-revision=\"i1~t1\"", "Loopback is as it should be", "healthy state of loopback")
                .contains("local 127.0.0.0/8 dev lo", "65536 bytes", "noqueue")
                .contains("192.168.1.5/24", "Docker bridge", "VPN", "default via 192.168.1.1 dev eth0")
                .contains("2.5 MB", "1,234 packets", "received: 1 errors, 2 dropped; sent: 0 errors")
                .contains("stands at 5 for this machine", "net.ipv6.bindv6only");
    }

    @Test
    void nameServersThatCouldNotBeReadAreNotSaidToBeNone() {
        reading(Fixtures.loopback()
                .dns(NameServers.unknown("/etc/resolv.conf cannot be read: Too many open files.", "Read it yourself"))
                .reading());
        assertThat(mvc.get().uri("/interfaces"))
                .bodyText()
                .contains("Not known.", "cannot be read: Too many open files.", "Read it yourself")
                .doesNotContain("None is configured");
        reading(Fixtures.loopback().dns(NameServers.of(List.of())).reading());
        assertThat(mvc.get().uri("/interfaces"))
                .bodyText()
                .contains("None is configured.")
                .doesNotContain("Not known.");
    }

    @Test
    void sickLoopbackIsSaidFirstWithWhatMendsIt() {
        reading(Fixtures.loopback()
                .changed(false, LinkState.DOWN, 65_536, "noqueue")
                .reading());
        assertThat(mvc.get().uri("/interfaces"))
                .bodyText()
                .contains("Loopback is not as it should be (lo: down, state DOWN).", "sudo ip link set lo up");
    }

    /** A machine without IPv6 is not a sick one. */
    @Test
    void whatIsOnlyWorthKnowingIsNotCalledASickness() {
        reading(new Fixtures().link(1, "lo", null).address("127.0.0.1", 8).reading());
        assertThat(mvc.get().uri("/interfaces"))
                .bodyText()
                .contains("Loopback is as it should be, with one thing to know (::1: no interface has it).");
    }

    @Test
    void fragmentThatIsCurrentIsNotSentAgain() {
        assertThat(mvc.get().uri("/interfaces?revision=i1~t1").header("HX-Request", "true"))
                .hasStatus(204);
        assertThat(mvc.get().uri("/interfaces").header("HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<html");
    }

    @Test
    void whatIsMissingIsSaidWhereItWouldStand() {
        traffic(new Reading.Missing<>("no /proc here"));
        assertThat(mvc.get().uri("/interfaces"))
                .bodyText()
                .contains("Received, sent and losses are not known: no /proc here", "not told", "192.168.1.5/24");
        reading(new Reading.Missing<>("rtnetlink says no"));
        assertThat(mvc.get().uri("/interfaces"))
                .hasStatusOk()
                .bodyText()
                .contains("rtnetlink says no", "Loopback: not known yet");
    }
}
