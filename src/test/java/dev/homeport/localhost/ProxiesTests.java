package dev.homeport.localhost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.finding.Finding;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTests {

    private static Proxies proxies(String noProxy) {
        return Proxies.of(Map.of("http_proxy", "http://proxy.test:3128", "no_proxy", noProxy));
    }

    @Test
    void withoutProxyNothingIsCaught() {
        assertThat(ProxyRules.findings(Proxies.of(Map.of("no_proxy", "x", "http_proxy", " "))))
                .isEmpty();
    }

    @Test
    void proxyWithoutExceptionCatchesLoopback() {
        Finding finding = ProxyRules.findings(Proxies.of(Map.of("HTTPS_PROXY", "http://proxy.test:3128")))
                .get(0);
        assertThat(finding.message()).isEqualTo("Requests to localhost, 127.0.0.1, ::1 go to a proxy.");
        assertThat(finding.evidence().get(0).observed()).isEqualTo("HTTPS_PROXY=http://proxy.test:3128");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost,127.0.0.1,::1", "*", "localhost 127.0.0.1 [::1]", ".localhost, 127.0.0.1, ::1"})
    void exceptionsAreHonoured(String noProxy) {
        assertThat(proxies(noProxy).catchesLoopback()).isFalse();
    }

    @Test
    void missingExceptionIsNamed() {
        assertThat(ProxyRules.findings(proxies("localhost,example.org")).get(0).message())
                .isEqualTo("Requests to 127.0.0.1, ::1 go to a proxy.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://alice:s3cret@proxy.test:3128",
                "alice:s3cret@proxy.test:3128",
                "http://a:p@s3cret@proxy.test:3128"
            })
    void nameAndPasswordOfAProxyAreNotShown(String value) {
        assertThat(Proxies.of(Map.of("all_proxy", value)).variables().get(0).proxy())
                .endsWith("proxy.test:3128")
                .doesNotContain("s3cret", "alice");
    }
}
