package dev.homeport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import dev.homeport.sockets.Fixtures;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.convention.TestBean;

/** The page of a machine with odd sockets, on a saved reading. */
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OddSocketsTests {

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @TestBean(name = "socketsCollector")
    CachedCollector<ListeningSockets> sockets;

    @TestBean(name = "vantageCollector")
    CachedCollector<Vantage> vantage;

    static CachedCollector<ListeningSockets> sockets() {
        return Staged.sockets(Fixtures.oddSockets());
    }

    static CachedCollector<Vantage> vantage() {
        return Staged.vantage();
    }

    private String everythingOpen() {
        String ids = Fixtures.oddSockets().stream().map(ListeningSocket::id).collect(Collectors.joining("&open="));
        return "http://127.0.0.1:" + port + "/sockets?open=" + ids;
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "700, LIGHT", "360, LIGHT"})
    void openRowsAreAccessibleAndFitOnAnyScreen(int width, ColorScheme scheme) {
        NewContextOptions options =
                new NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme);
        Page page = browser.open(everythingOpen(), options);
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void fullQueueIsFoundFromItsWarning() {
        Page page = browser.open("http://127.0.0.1:" + port + "/sockets");
        page.locator(".notice a").click();
        assertThat(page).hasURL(Pattern.compile("sort=-queue"));
        assertThat(page.locator("tbody tr").first()).containsText("accept queue full");
    }

    @Test
    void whoAnswersLeadsToTheOtherSocketsOfThePort() {
        Page page = browser.open("http://127.0.0.1:" + port + "/sockets?port=7001&open=odd-group-1");
        page.locator(".answers a").first().click();
        assertThat(page.locator("tr#odd-specific.is-open")).isVisible();
    }
}
