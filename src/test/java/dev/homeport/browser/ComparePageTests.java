package dev.homeport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** This machine beside what it was a moment ago. */
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ComparePageTests {

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    private String base() {
        return "http://127.0.0.1:" + port;
    }

    private byte[] state() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base() + "/api/state")).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofByteArray())
                .body();
    }

    private Page handedIn(Page page) throws IOException, InterruptedException {
        page.navigate(base() + "/compare");
        page.getByLabel("A saved state").setInputFiles(new FilePayload("state.json", "application/json", state()));
        page.getByText("Hand in", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".sentence")).containsText("share one loopback");
        return page;
    }

    @Test
    void stateThatWasHandedInStandsBesideThisMachine() throws Exception {
        Page page = handedIn(browser.open(base() + "/compare"));
        assertThat(page.locator("#ports-BOTH")).isVisible();
        assertThat(page.locator("tr[data-key^='left-tcp" + port + "']").first())
                .containsText("It is the same loopback.");
        page.getByText("Swap", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".sentence")).containsText("share one loopback");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void nothingIsAmissForWhoeverReadsItOtherwise() throws Exception {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = handedIn(browser.open(
                    base() + "/compare",
                    new com.microsoft.playwright.Browser.NewContextOptions()
                            .setViewportSize(360, 800)
                            .setColorScheme(scheme)));
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("nothing sticks out of a narrow screen")
                    .isEqualTo(true);
        }
    }
}
