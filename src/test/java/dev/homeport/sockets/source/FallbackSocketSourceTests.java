package dev.homeport.sockets.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.net.Protocol;
import dev.homeport.platform.Limit;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FallbackSocketSourceTests {

    private static final Limit OSHIS_OWN = new Limit("Backlogs", "OSHI does not tell.", "ss");
    private static final SocketTable OSHI =
            new SocketTable("oshi", List.of(Rows.oshi(Protocol.TCP, "127.0.0.1", 80)), List.of(OSHIS_OWN));
    private static final SocketTable SOCK_DIAG = new SocketTable("sock-diag", List.of(), List.of());

    @Test
    void betterSourceIsTakenWhereItAnswers() throws IOException {
        assertThat(new FallbackSocketSource(() -> SOCK_DIAG, () -> OSHI).read()).isSameAs(SOCK_DIAG);
    }

    @Test
    void otherSourceTakesOverAndSaysWhy() throws IOException {
        SocketTable table = new FallbackSocketSource(FallbackSocketSourceTests::refused, () -> OSHI).read();
        assertThat(table.source()).isEqualTo("oshi");
        assertThat(table.rows()).isEqualTo(OSHI.rows());
        assertThat(table.limits()).hasSize(2).contains(OSHIS_OWN);
        assertThat(table.limits().get(0).why())
                .contains("Protocol not supported")
                .contains("OSHI");
    }

    @Test
    void whereNeitherAnswersTheReasonIsTheLasts() {
        SocketSource broken = () -> {
            throw new IOException("no table either");
        };
        assertThatThrownBy(() -> new FallbackSocketSource(FallbackSocketSourceTests::refused, broken).read())
                .hasMessage("no table either");
    }

    private static SocketTable refused() throws IOException {
        throw new IOException("A netlink socket cannot be opened: [93] Protocol not supported");
    }
}
