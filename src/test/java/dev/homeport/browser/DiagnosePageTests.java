package dev.homeport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.homeport.FreePort;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody asks why he cannot reach something, and has it tried. */
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "homeport.refresh=200ms")
class DiagnosePageTests {

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    private String base() {
        return "http://127.0.0.1:" + port;
    }

    @Test
    void readerAsksAndHasItTried() {
        Page page = browser.open(base() + "/diagnose");
        page.getByLabel("What", new Page.GetByLabelOptions().setExact(true))
                .fill("http://127.0.0.1:" + port + "/livez");
        page.getByText("Explain", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".answer-box")).containsText("REACHABLE");
        assertThat(page.locator(".step-unknown")).containsText("application");
        page.getByText("Try it", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".answer-box")).containsText("Connections were tried.");
        assertThat(page.locator(".step-ok")).hasCount(5);
        assertThat(page.locator("table").first()).containsText("HTTP/1.1 200");
        assertThat(page.getByText("Try again", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(browser.complaints()).isEmpty();
    }

    /** From what cannot be reached on another page, to why. */
    @Test
    void unreachableThingLeadsHere() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.2"))) {
            Page page = browser.open(base() + "/localhost?limit=100000");
            page.locator("#port-" + server.getLocalPort() + " a.why").first().click();
            assertThat(page.getByLabel("What", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("localhost:" + server.getLocalPort());
            assertThat(page.locator(".answer-box")).containsText("OTHER_ADDRESS_ONLY");
        }
    }

    @Test
    void nothingIsAmissForWhoeverReadsItOtherwise() throws Exception {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = browser.open(
                    base() + "/diagnose?target=localhost:" + FreePort.find(),
                    new NewContextOptions().setViewportSize(360, 800).setColorScheme(scheme));
            for (String path : List.of(page.url(), base() + "/diagnose/causes")) {
                page.navigate(path);
                assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("nothing sticks out of a narrow screen")
                        .isEqualTo(true);
            }
        }
    }
}
