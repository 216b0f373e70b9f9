package dev.homeport.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.finding.Finding;
import dev.homeport.finding.Severity;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

class OpenDashboardTests {

    private static List<Finding> findings(String address, boolean asksForToken) throws UnknownHostException {
        ServerProperties server = new ServerProperties();
        server.setAddress(address == null ? null : InetAddress.getByName(address));
        Optional<AccessToken> token =
                asksForToken ? Optional.of(new AccessToken("secret-secret", false)) : Optional.empty();
        return new OpenDashboard(new SecurityConfiguration.Access(token), server).now();
    }

    @Test
    void openBeyondLoopbackWithoutTokenIsAnError() throws UnknownHostException {
        assertThat(findings("0.0.0.0", false)).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("dashboard-open");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.evidence().get(0).observed()).isEqualTo("server.address = 0.0.0.0");
        });
    }

    @Test
    void tokenOrLoopbackIsEnough() throws UnknownHostException {
        assertThat(findings("0.0.0.0", true)).isEmpty();
        assertThat(findings("127.0.0.1", false)).isEmpty();
        assertThat(findings(null, false)).isEmpty();
    }
}
