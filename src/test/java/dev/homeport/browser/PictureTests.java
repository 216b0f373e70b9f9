package dev.homeport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.latency.Latency;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import dev.homeport.sockets.Fixtures;
import dev.homeport.sockets.ListeningSockets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.convention.TestBean;

/** Takes the README's pictures, of saved readings, into {@code target/screenshots}. */
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PictureTests {

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @TestBean(name = "socketsCollector")
    CachedCollector<ListeningSockets> sockets;

    @TestBean(name = "interfacesCollector")
    CachedCollector<Interfaces> interfaces;

    @TestBean(name = "vantageCollector")
    CachedCollector<Vantage> vantage;

    @TestBean(name = "hostsCollector")
    CachedCollector<Hosts> hosts;

    @TestBean(name = "latencyReading")
    CachedCollector<Latency> latency;

    static CachedCollector<ListeningSockets> sockets() {
        return Staged.sockets(Fixtures.developersMachine());
    }

    static CachedCollector<Interfaces> interfaces() {
        return Staged.interfaces();
    }

    static CachedCollector<Vantage> vantage() {
        return Staged.vantage();
    }

    static CachedCollector<Hosts> hosts() {
        return Staged.hosts();
    }

    static CachedCollector<Latency> latency() {
        return Staged.latency();
    }

    private void picture(String path, String name, String visible) {
        picture(path, name, visible, true);
    }

    /** @param whole whether all of the page is pictured, or what a window shows of it */
    private void picture(String path, String name, String visible, boolean whole) {
        NewContextOptions options = new NewContextOptions().setViewportSize(1180, 900);
        Page page = browser.open("http://127.0.0.1:" + port + path, options);
        assertThat(page.locator("[data-live-state]")).hasText("Live.");
        assertThat(page.locator(visible).first()).isVisible();
        byte[] picture = page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name))
                .setFullPage(whole));
        assertThat(picture).isNotEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void socketsPageIsPictured() {
        picture("/sockets?open=s-tcp-__1-5173", "sockets.png", "tr.details");
    }

    @Test
    void addressesPageIsPictured() {
        picture("/addresses?open=s-tcp-127_0_0_1-3000", "addresses.png", "tr.details");
    }

    @Test
    void localhostPageIsPictured() {
        picture("/localhost?limit=5", "localhost.png", "table.ports");
    }

    @Test
    void latencyPageIsPictured() {
        picture("/latency?range=24h", "latency.png", "figure canvas", false);
    }
}
