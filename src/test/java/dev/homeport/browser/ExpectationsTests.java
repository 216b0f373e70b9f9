package dev.homeport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.homeport.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The overview of a machine of which something is expected. */
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ExpectationsTests {

    private static final int WANTED = FreePort.find();

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void expectations(DynamicPropertyRegistry registry) {
        registry.add("homeport.expect.wanted", () -> "tcp/" + WANTED + " loopback");
        registry.add("homeport.expect.loopback", () -> "name localhost 127.0.0.1 192.0.2.1");
        registry.add("homeport.expect.quiet", () -> "udp/7 none");
    }

    private static Locator row(Page page, String name) {
        return page.locator("tr[data-key='expectation-" + name + "']");
    }

    @Test
    void rowFollowsWhatIsSo() throws IOException {
        Page page = browser.open("http://127.0.0.1:" + port + "/");
        assertThat(row(page, "wanted")).containsText("not met");
        assertThat(row(page, "quiet").locator(".check")).hasText("met");
        assertThat(row(page, "loopback")).containsText("It does not lead to 192.0.2.1.");
        try (ServerSocket wanted = new ServerSocket(WANTED, 5, InetAddress.getByName("127.0.0.1"))) {
            assertThat(wanted.isBound()).isTrue();
            assertThat(row(page, "wanted").locator(".check")).hasText("met");
            assertThat(row(page, "wanted")).containsText("tcp 127.0.0.1:" + WANTED + " by java (loopback only).");
        }
        assertThat(row(page, "wanted")).containsText("Something should.");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void buttonCopiesThePresentState() {
        Page page = browser.open("http://127.0.0.1:" + port + "/");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        assertThat(page.locator(".baseline pre")).containsText("tcp/" + port + " loopback process java");
        page.getByText("Copy the present state as expectations").click();
        page.waitForFunction("async () => (await navigator.clipboard.readText()).includes('homeport.expect.only=')");
        assertThat(page.locator(".baseline button")).hasText("Copy the present state as expectations");
    }

    @Test
    void withoutTheClipboardTheLinesAreShownAndSelected() {
        Page page = browser.open("http://127.0.0.1:" + port + "/");
        page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})");
        page.getByText("Copy the present state as expectations").click();
        page.waitForFunction("String(getSelection()).startsWith('homeport.expect.')");
        assertThat(page.locator(".baseline pre")).isVisible();
    }

    @Test
    void nothingIsAmissForWhoeverReadsItOtherwise() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = browser.open(
                    "http://127.0.0.1:" + port + "/",
                    new com.microsoft.playwright.Browser.NewContextOptions()
                            .setViewportSize(360, 800)
                            .setColorScheme(scheme));
            page.getByText("The present state as expectations", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("no sideways scrolling")
                    .isTrue();
        }
    }
}
