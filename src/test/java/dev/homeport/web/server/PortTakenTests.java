package dev.homeport.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.HomeportApplication;
import dev.homeport.net.IpFamily;
import dev.homeport.platform.LoopbackAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;

@ExtendWith(OutputCaptureExtension.class)
class PortTakenTests {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void startOnATakenPortSaysByWhomAndHowToTakeAnother(String address, CapturedOutput output) throws IOException {
        assumeTrue(LoopbackAddress.obstacle(IpFamily.IPV6).isEmpty(), "needs ::1");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(address))) {
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
