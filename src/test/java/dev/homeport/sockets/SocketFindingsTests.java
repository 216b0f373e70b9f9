package dev.homeport.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.finding.Finding;
import dev.homeport.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class SocketFindingsTests {

    private static List<Finding> of(ListeningSocket socket) {
        return SocketFindings.of(Fixtures.sockets(socket));
    }

    @Test
    void fullAcceptQueueIsAnErrorThatNamesTheProcess() {
        assertThat(of(Fixtures.full(Fixtures.tcp("127.0.0.1", 80, "stuck"))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.message())
                            .startsWith("The accept queue of stuck on TCP port 80 is full (129 / 128)");
                    assertThat(finding.fix().command()).startsWith("ps -o pid,stat,wchan,cmd -p ");
                });
    }

    @Test
    void ownerThatIsHiddenLeavesAFixWithoutCommand() {
        assertThat(of(Fixtures.full(Fixtures.tcp("127.0.0.1", 80, Fixtures.hidden())))
                        .get(0)
                        .fix()
                        .command())
                .isNull();
    }

    @Test
    void queueWithRoomIsNone() {
        assertThat(of(Fixtures.tcp("127.0.0.1", 80, "busy"))).isEmpty();
    }

    @Test
    void severalProgramsOnOneUdpAddressAreGoodToKnow() {
        ListeningSocket[] odd = Fixtures.oddSockets().toArray(ListeningSocket[]::new);
        assertThat(SocketFindings.of(Fixtures.sockets(odd)))
                .filteredOn(finding -> finding.id().equals("udp-shared"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.INFO);
                    assertThat(finding.evidence()).hasSize(2);
                });
        assertThat(SocketFindings.of(
                        Fixtures.sockets(Fixtures.udp("0.0.0.0", 53, "dns"), Fixtures.udp("127.0.0.1", 53, "other"))))
                .isEmpty();
    }
}
