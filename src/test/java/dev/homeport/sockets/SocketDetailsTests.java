package dev.homeport.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.net.Protocol;
import dev.homeport.platform.EphemeralPorts;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.source.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an open row says: commands, the address to open, the role and the owner. */
class SocketDetailsTests {

    private static final EphemeralPorts LINUX_RANGE = new EphemeralPorts(32768, 60999);

    @Test
    void commandsAreThoseOfTheSystem() {
        ListeningSocket socket =
                Fixtures.tcp("127.0.0.1", 3000, Fixtures.visible(Fixtures.process(77, "node", "alice")));
        assertThat(texts(socket, OsFamily.LINUX)).containsExactly("ss -tlnpe 'sport = :3000'", "ps -fp 77", "kill 77");
        assertThat(texts(socket, OsFamily.MACOS))
                .containsExactly("lsof -nP -iTCP:3000 -sTCP:LISTEN", "ps -fp 77", "kill 77");
        assertThat(texts(socket, OsFamily.WINDOWS))
                .containsExactly(
                        "Get-NetTCPConnection -State Listen -LocalPort 3000",
                        "Get-Process -Id 77 | Format-List *",
                        "Stop-Process -Id 77");
    }

    @Test
    void othersProcessesAndHiddenOnesNeedSudo() {
        ListeningSocket others = Fixtures.tcp("127.0.0.1", 80, Fixtures.visible(Fixtures.process(77, "nginx", "root")));
        assertThat(texts(others, OsFamily.LINUX)).contains("sudo kill 77");
        assertThat(texts(Fixtures.tcp("127.0.0.1", 22, Fixtures.hidden()), OsFamily.LINUX))
                .containsExactly("sudo ss -tlnpe 'sport = :22'");
        assertThat(texts(Fixtures.udp("127.0.0.1", 53, "dns"), OsFamily.LINUX)).contains("ss -ulnpe 'sport = :53'");
    }

    @Test
    void nobodyIsToldToEndTheFirstProcess() {
        ListeningSocket activated = Fixtures.tcp("::", 22, Fixtures.visible(Fixtures.process(1, "systemd", "root")));
        assertThat(texts(activated, OsFamily.LINUX))
                .noneMatch(text -> text.contains("kill"))
                .contains("systemctl list-sockets --all");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 3000, http://127.0.0.1:3000/",
        "::1, 5173, http://[::1]:5173/",
        "0.0.0.0, 80, http://localhost/",
        "::, 443, https://localhost/",
        "192.168.1.5, 8443, https://192.168.1.5:8443/",
    })
    void webPortCanBeOpened(String bind, int port, String url) {
        assertThat(WebAddress.of(Fixtures.tcp(bind, port, "web"))).contains(url);
    }

    @Test
    void otherPortsCannotBeOpened() {
        assertThat(WebAddress.of(Fixtures.tcp("127.0.0.1", 5432, "postgres"))).isEmpty();
        assertThat(WebAddress.of(Fixtures.udp("127.0.0.1", 443, "quic"))).isEmpty();
        assertThat(WebAddress.of(Fixtures.tcp("8.8.8.8", 80, "foreign"))).isEmpty();
        assertThat(WebAddress.of(Fixtures.tcp("fe80::1%eth0", 80, "link"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TCP, 45000, SERVER",
        "UDP, 53, SERVER",
        "UDP, 5353, SERVER",
        "UDP, 45000, MAYBE_CLIENT",
        "UDP, 61000, SERVER",
    })
    void udpOnAPortForClientsMayBeOne(Protocol protocol, int port, SocketRole role) {
        assertThat(SocketRole.of(protocol, port, LINUX_RANGE)).isEqualTo(role);
    }

    @Test
    void wellKnownPortIsAServersEvenInARangeThatReachesDownToIt() {
        assertThat(SocketRole.of(Protocol.UDP, 53, new EphemeralPorts(1, 65535)))
                .isEqualTo(SocketRole.SERVER);
    }

    @Test
    void socketWithoutAProcessIsTheKernelsOnlyWhereAllProcessesAreSeen() {
        Owner kernel = unseen("0.0.0.0", 4789, false, Fixtures.seen());
        assertThat(kernel.visibility()).isEqualTo(Owner.Visibility.KERNEL);
        assertThat(kernel.reason()).contains("kernel").contains("VXLAN");
        Owner unknown = unseen("0.0.0.0", 80, false, new Reading.Missing<>("no vantage yet"));
        assertThat(unknown.visibility()).isEqualTo(Owner.Visibility.HIDDEN);
        assertThat(unknown.reason()).isEqualTo("no vantage yet");
    }

    @Test
    void socketThatIsStillLookedForIsNotTheKernels() {
        Owner sought = unseen("0.0.0.0", 80, true, Fixtures.seen());
        assertThat(sought.visibility()).isEqualTo(Owner.Visibility.HIDDEN);
        assertThat(sought.reason()).contains("not looked through all processes");
    }

    private static Owner unseen(String bind, int port, boolean isSought, Reading<Vantage> vantage) {
        return UnseenOwner.of(Rows.oshi(Protocol.UDP, bind, port), isSought, vantage, null);
    }

    private static List<String> texts(ListeningSocket socket, OsFamily os) {
        return SocketCommands.of(socket, os, "alice").stream()
                .map(Command::text)
                .toList();
    }
}
