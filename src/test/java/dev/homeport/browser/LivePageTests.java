package dev.homeport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.Lifecycle;

/** The sockets page kept open while sockets of this machine come and go. */
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class LivePageTests {

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("eventStream")
    Lifecycle eventStream;

    private final List<ServerSocket> opened = new ArrayList<>();

    @AfterEach
    void closeSockets() throws IOException {
        for (ServerSocket socket : opened) {
            socket.close();
        }
    }

    private ServerSocket listen() throws IOException {
        ServerSocket socket = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        opened.add(socket);
        return socket;
    }

    private Page livePage(String path) {
        Page page = browser.open("http://127.0.0.1:" + port + path);
        assertThat(page.locator("[data-live-state]")).hasText("Live.");
        return page;
    }

    private static Locator row(Page page, ServerSocket socket) {
        return page.locator("tbody tr:not(.details):not([data-js-gone])")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                ".toggle",
                                new Page.LocatorOptions()
                                        .setHasText(Pattern.compile("^" + socket.getLocalPort() + "$")))));
    }

    /** Asks until the server has read the socket. */
    private void awaitReading(Page page, ServerSocket socket) {
        String answer;
        long deadline = System.nanoTime() + 20_000_000_000L;
        do {
            answer = page.request()
                    .get("http://127.0.0.1:" + port + "/api/sockets?port=" + socket.getLocalPort())
                    .text();
        } while (answer.contains("\"sockets\":[]") && System.nanoTime() < deadline);
        assertThat(answer).contains("\"port\":" + socket.getLocalPort());
    }

    @Test
    void socketThatIsOpenedAppearsGlowingAndOneThatIsClosedLeavesStruckThrough() throws IOException {
        Page page = livePage("/sockets");
        ServerSocket socket = listen();
        assertThat(row(page, socket)).isVisible();
        assertThat(row(page, socket)).hasAttribute("data-js-new", "");
        assertThat(row(page, socket)).not().hasAttribute("data-js-new", "");
        socket.close();
        Locator gone = page.locator("tr[data-js-gone]")
                .filter(new Locator.FilterOptions().setHasText("" + socket.getLocalPort()));
        assertThat(gone).isVisible();
        assertThat(gone.locator("td").first()).hasCSS("text-decoration-line", "line-through");
        assertThat(gone).hasCount(0);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void nothingIsAskedWhileNothingChanges() throws IOException {
        ServerSocket first = listen();
        Page page = livePage("/sockets");
        assertThat(row(page, first)).isVisible();
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        ServerSocket second = listen();
        assertThat(row(page, second)).isVisible();
        assertThat(asked).as("one change, one request").hasSize(1);
        assertThat(asked.get(0)).contains("revision=");
    }

    @Test
    void lostStreamIsSaidAndMendsItselfAndMissesNothing() throws IOException {
        Page page = livePage("/sockets");
        page.route("**/events", Route::abort);
        eventStream.stop();
        eventStream.start();
        assertThat(page.locator("[data-live-state]")).hasText("Connection lost, trying again.");
        ServerSocket socket = listen();
        page.unroute("**/events");
        assertThat(row(page, socket)).isVisible();
        assertThat(page.locator("[data-live-state]")).hasText("Live.");
    }

    @Test
    void pausedPageStandsStillCountsChangesAndCatchesUp() throws IOException {
        Page page = livePage("/sockets");
        page.keyboard().press("p");
        assertThat(page.locator("[data-live-state]")).hasText("Paused.");
        assertThat(page.locator("[data-action=pause]")).hasAttribute("aria-pressed", "true");
        ServerSocket socket = listen();
        assertThat(page.locator("[data-live-age]")).containsText("change");
        assertThat(row(page, socket)).hasCount(0);
        page.locator("[data-action=pause]").click();
        assertThat(row(page, socket)).isVisible();
        assertThat(page.locator("[data-live-state]")).hasText("Live.");
    }

    @Test
    void refreshAsksEvenWhilePaused() throws IOException {
        Page page = livePage("/sockets");
        page.keyboard().press("p");
        ServerSocket socket = listen();
        awaitReading(page, socket);
        page.keyboard().press("r");
        assertThat(row(page, socket)).isVisible();
        assertThat(page.locator("[data-live-state]")).hasText("Paused.");
    }

    @Test
    void openDetailsFocusSelectionAndScrollSurviveAnUpdate() throws IOException {
        ServerSocket kept = listen();
        Page page = livePage("/sockets");
        row(page, kept).locator(".toggle").click();
        Locator details = page.locator("tr.details");
        assertThat(details).containsText("127.0.0.1:" + kept.getLocalPort());
        page.evaluate(
                "document.querySelector('tr.details code').id = ''; getSelection().selectAllChildren(document.querySelector('tr.details code'))");
        String selected = (String) page.evaluate("getSelection().toString()");
        row(page, kept).locator(".toggle").focus();
        page.evaluate(
                "getSelection().selectAllChildren(document.querySelector('tr.details code')); document.body.style.minHeight = '3000px'; scrollTo(0, 120)");
        ServerSocket added = listen();
        assertThat(row(page, added)).isVisible();
        assertThat(details).isVisible();
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("" + kept.getLocalPort());
        assertThat(page.evaluate("getSelection().toString()")).isEqualTo(selected);
        assertThat((Integer) page.evaluate("Math.round(scrollY)")).isGreaterThanOrEqualTo(120);
        row(page, kept).locator(".toggle").click();
        assertThat(details).hasCount(0);
    }

    @Test
    void selectionAndFocusSurviveWhenTheRowAboveGoes() throws IOException {
        ServerSocket one = listen();
        ServerSocket other = listen();
        ServerSocket above = one.getLocalPort() < other.getLocalPort() ? one : other;
        ServerSocket below = above == one ? other : one;
        Page page = livePage("/sockets?q=port:" + above.getLocalPort() + "," + below.getLocalPort());
        assertThat(row(page, below)).isVisible();
        row(page, below).locator(".toggle").focus();
        page.evaluate(
                "port => getSelection().selectAllChildren([...document.querySelectorAll('tbody tr')].find(row => row.textContent.includes(port)).querySelector('.col-address'))",
                "" + below.getLocalPort());
        above.close();
        assertThat(row(page, above)).hasCount(0);
        assertThat(page.evaluate("getSelection().toString().trim()")).isEqualTo("127.0.0.1");
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("" + below.getLocalPort());
    }

    @Test
    void halfTypedSearchSurvivesAnUpdate() throws IOException {
        Page page = livePage("/sockets");
        page.keyboard().press("/");
        page.keyboard().type("127.0.0.");
        ServerSocket added = listen();
        assertThat(row(page, added)).isVisible();
        page.keyboard().type("1");
        assertThat(page.locator("#q")).hasValue("127.0.0.1");
        assertThat(page.locator("#q")).isFocused();
        assertThat(page).hasURL(Pattern.compile("q=127\\.0\\.0\\.1$"));
    }

    @Test
    void overviewIsLiveToo() throws IOException {
        Page page = livePage("/");
        ServerSocket reachable = new ServerSocket(0, 5, InetAddress.getByName("0.0.0.0"));
        opened.add(reachable);
        assertThat(page.locator("tbody")).containsText("" + reachable.getLocalPort());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void pageThatNobodySeesClosesItsStreamAndCatchesUpWhenSeen() throws IOException {
        Page page = livePage("/sockets");
        page.evaluate(
                "Object.defineProperty(document, 'hidden', {value: true, configurable: true}); document.dispatchEvent(new Event('visibilitychange'))");
        ServerSocket socket = listen();
        page.evaluate(
                "Object.defineProperty(document, 'hidden', {value: false, configurable: true}); document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(row(page, socket)).isVisible();
    }
}
