package dev.homeport.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.web.security.AccessProperties.Auth;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessTokenTests {

    @Test
    void loopbackNeedsNoToken() {
        assertThat(AccessToken.of(properties(null, Auth.AUTO), Exposure.LOOPBACK))
                .isEmpty();
    }

    @Test
    void reachableFromElsewhereMakesATokenOfItsOwn() {
        AccessToken one =
                AccessToken.of(properties(null, Auth.AUTO), Exposure.BEYOND).orElseThrow();
        AccessToken other =
                AccessToken.of(properties(null, Auth.AUTO), Exposure.BEYOND).orElseThrow();
        assertThat(one.generated()).isTrue();
        assertThat(one.value()).hasSizeGreaterThanOrEqualTo(32).isNotEqualTo(other.value());
    }

    @Test
    void configuredTokenIsAlwaysAskedFor() {
        assertThat(AccessToken.of(properties("a long secret", Auth.AUTO), Exposure.LOOPBACK))
                .contains(new AccessToken("a long secret", false));
    }

    @Test
    void authOffAsksForNone() {
        assertThat(AccessToken.of(properties("a long secret", Auth.OFF), Exposure.BEYOND))
                .isEmpty();
    }

    @Test
    void onlyTheWholeTokenOpens() {
        AccessToken token = new AccessToken("a long secret", false);
        assertThat(token.isToken("a long secret")).isTrue();
        assertThat(token.isToken("a long secre")).isFalse();
        assertThat(token.isToken("")).isFalse();
        assertThat(token.isToken(token.cookieValue())).isFalse();
        assertThat(token.isCookie(token.cookieValue())).isTrue();
        assertThat(token.isCookie("a long secret")).isFalse();
        assertThat(token.toString()).doesNotContain("secret");
    }

    @Test
    void tokenThatIsTooShortStopsTheStart() {
        assertThatThrownBy(() -> properties("short", Auth.AUTO))
                .hasMessageContaining("homeport.token")
                .hasMessageContaining("8 characters");
    }

    @Test
    void exposureFollowsTheBindAddress() throws UnknownHostException {
        assertThat(Exposure.of(null)).isEqualTo(Exposure.LOOPBACK);
        assertThat(Exposure.of(InetAddress.getByName("127.0.0.2"))).isEqualTo(Exposure.LOOPBACK);
        assertThat(Exposure.of(InetAddress.getByName("::1"))).isEqualTo(Exposure.LOOPBACK);
        assertThat(Exposure.of(InetAddress.getByName("0.0.0.0"))).isEqualTo(Exposure.BEYOND);
        assertThat(Exposure.of(InetAddress.getByName("::"))).isEqualTo(Exposure.BEYOND);
        assertThat(Exposure.of(InetAddress.getByName("192.0.2.1"))).isEqualTo(Exposure.BEYOND);
    }

    private static AccessProperties properties(@Nullable String token, Auth auth) {
        return new AccessProperties(List.of(), token, auth);
    }
}
