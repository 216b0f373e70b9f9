package dev.homeport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import dev.homeport.sockets.Fixtures;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.convention.TestBean;

/** Takes the README's picture, of a saved reading: {@code target/screenshots/sockets.png}. */
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PictureTests {

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @TestBean(name = "socketsCollector")
    CachedCollector<ListeningSockets> sockets;

    @TestBean(name = "vantageCollector")
    CachedCollector<Vantage> vantage;

    static CachedCollector<ListeningSockets> sockets() {
        return StagedPageTests.fixed(
                "sockets", Fixtures.sockets(Fixtures.developersMachine().toArray(ListeningSocket[]::new)));
    }

    static CachedCollector<Vantage> vantage() {
        return StagedPageTests.vantage();
    }

    @Test
    void socketsPageIsPictured() {
        NewContextOptions options = new NewContextOptions().setViewportSize(1180, 900);
        Page page = browser.open("http://127.0.0.1:" + port + "/sockets?open=s-tcp-__1-5173", options);
        assertThat(page.locator("[data-live-state]")).hasText("Live.");
        assertThat(page.locator("tr.details")).isVisible();
        byte[] picture = page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/sockets.png"))
                .setFullPage(true));
        assertThat(picture).isNotEmpty();
        assertThat(browser.complaints()).isEmpty();
    }
}
