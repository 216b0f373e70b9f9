package dev.homeport.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.HomeportApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;

@ExtendWith(OutputCaptureExtension.class)
class PortTakenTests {

    @Test
    void startOnATakenPortSaysByWhomAndHowToTakeAnother(CapturedOutput output) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> SpringApplication.run(HomeportApplication.class, "--server.port=" + port))
                    .hasCauseInstanceOf(PortInUseException.class);
            assertThat(output.getAll())
                    .contains("Homeport cannot listen on port " + port)
                    .contains("java (pid " + ProcessHandle.current().pid())
                    .contains("--server.port=" + (port + 1));
        }
    }
}
