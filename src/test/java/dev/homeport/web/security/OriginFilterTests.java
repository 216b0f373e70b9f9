package dev.homeport.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OriginFilterTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,           -,                       localhost:8080, 200",
                "same-origin, http://localhost:8080,   localhost:8080, 200",
                "none,        -,                       localhost:8080, 200",
                "-,           http://LOCALHOST:8080,   localhost:8080, 200",
                "-,           https://box.example,     box.example,    200",
                "-,           https://box.example,     box.example:443, 200",
                "same-site,   http://localhost:3000,   localhost:8080, 403",
                "same-site,   -,                       localhost:8080, 403",
                "cross-site,  https://evil.example,    localhost:8080, 403",
                "-,           https://evil.example,    localhost:8080, 403",
                "-,           http://localhost:3000,   localhost:8080, 403",
                "-,           http://127.0.0.1:8080,   localhost:8080, 403",
                "-,           null,                    localhost:8080, 403",
                "none,        https://evil.example,    localhost:8080, 403",
                "nonsense,    -,                       localhost:8080, 403",
            })
    void onlyOwnPagesAndProgramsMayPost(@Nullable String site, @Nullable String origin, String host, int status)
            throws ServletException, IOException {
        assertThat(status("POST", site, origin, host)).isEqualTo(status);
        assertThat(status("DELETE", site, origin, host)).isEqualTo(status);
    }

    @Test
    void readingIsNotRefused() throws ServletException, IOException {
        assertThat(status("GET", "cross-site", "https://evil.example", "localhost:8080"))
                .isEqualTo(200);
        assertThat(status("HEAD", "cross-site", null, "localhost:8080")).isEqualTo(200);
    }

    private static int status(String method, @Nullable String site, @Nullable String origin, String host)
            throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/sockets");
        request.addHeader("Host", host);
        if (site != null) {
            request.addHeader("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        new OriginFilter().doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
