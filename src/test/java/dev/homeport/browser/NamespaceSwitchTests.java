package dev.homeport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.homeport.namespaces.Neighbours;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** A reader switches the pages to another network namespace, walks about in it, and it ends. */
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "homeport.refresh=200ms")
class NamespaceSwitchTests {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @RegisterExtension
    final Neighbours neighbours = new Neighbours();

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    private String base() {
        return "http://127.0.0.1:" + port;
    }

    /** Asked until it is in sight: a page of comparison may show any other namespace of a busy machine first. */
    private String id(String there) throws IOException, InterruptedException {
        Optional<String> id = idInSight(there);
        Instant deadline = Instant.now().plusSeconds(60);
        while (id.isEmpty() && Instant.now().isBefore(deadline)) {
            id = idInSight(there);
        }
        return id.orElseThrow();
    }

    private Optional<String> idInSight(String there) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base() + "/api/namespaces")).build();
        String all = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        return JsonMapper.shared()
                .readTree(all)
                .get("namespaces")
                .valueStream()
                .filter(one -> one.get("listeners").toString().contains("\"port\":" + there + ","))
                .map(one -> one.get("id").asString())
                .findFirst();
    }

    /** The namespace in which a program listens on {@code there}, chosen on the page of sockets. */
    private void switchTo(Page page, String there) throws IOException, InterruptedException {
        String id = id(there);
        page.navigate(base() + "/sockets");
        Locator select = page.getByLabel("Show the loopback of", new Page.GetByLabelOptions().setExact(true));
        select.selectOption(id);
        page.getByText("Switch", new Page.GetByTextOptions().setExact(true)).click();
    }

    @Test
    void readerWalksAboutInAnotherNamespaceUntilItEnds() throws Exception {
        String there = neighbours.inOwnNamespace("ip link set lo up", "127.0.0.1")[0];
        Page page = browser.open(base() + "/sockets");
        switchTo(page, there);
        assertThat(page.locator(".whose")).containsText("as Homeport sees it from outside");
        assertThat(page.locator("table.sockets tbody tr")).hasCount(1);
        for (String next : List.of("Addresses", "Interfaces", "Hosts", "Latency", "Sockets")) {
            page.locator(".masthead nav")
                    .getByText(next, new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator(".whose")).containsText("as Homeport sees it from outside");
        }
        page.locator("td.col-port a").click();
        assertThat(page.locator(".detail")).containsText("127.0.0.1:" + there);
        assertThat(browser.complaints()).isEmpty();
        neighbours.end();
        assertThat(page.locator(".whose")).containsText("not in sight, or not any more", PATIENTLY);
        assertThat(page.locator("table.sockets")).hasCount(0);
    }

    @Test
    void nothingIsAmissForWhoeverReadsItOtherwise() throws Exception {
        String there = neighbours.inOwnNamespace("ip link set lo up", "127.0.0.1")[0];
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = browser.open(
                    base() + "/sockets",
                    new NewContextOptions().setViewportSize(360, 800).setColorScheme(scheme));
            switchTo(page, there);
            for (String path : List.of("/sockets", "/latency")) {
                page.navigate(page.url().replaceFirst("/(sockets|latency)", path));
                assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("nothing sticks out of a narrow screen")
                        .isEqualTo(true);
            }
        }
    }
}
