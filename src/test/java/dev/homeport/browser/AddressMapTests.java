package dev.homeport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import dev.homeport.sockets.Fixtures;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.convention.TestBean;

/** The map at 5 ports, which a search leaves, and at 300. */
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AddressMapTests {

    private static final List<ListeningSocket> FIVE = List.of(
            Fixtures.tcp("127.0.0.1", 3000, "node"),
            Fixtures.tcp("0.0.0.0", 3001, "node"),
            Fixtures.tcp("::", 3002, "node"),
            Fixtures.tcp("192.168.1.5", 3003, "node"),
            Fixtures.udp("127.0.0.2", 3004, "node"));

    /** Free on this machine, so that nobody answers what the saved reading says is there. */
    private static final int FREE = free();

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

    static CachedCollector<ListeningSockets> sockets() {
        Stream<ListeningSocket> alike =
                IntStream.range(20_000, 20_250).mapToObj(port -> Fixtures.tcp("127.0.0.1", port, "worker"));
        Stream<ListeningSocket> different = IntStream.range(21_000, 21_044)
                .mapToObj(port -> Fixtures.tcp(port % 2 == 0 ? "0.0.0.0" : "::1", port, "service-" + port));
        Stream<ListeningSocket> gone = Stream.of(Fixtures.tcp("127.0.0.1", FREE, "gone"));
        return Staged.sockets(Stream.of(FIVE.stream(), gone, alike, different)
                .flatMap(all -> all)
                .toList());
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CachedCollector<Interfaces> interfaces() {
        return Staged.interfaces();
    }

    static CachedCollector<Vantage> vantage() {
        return Staged.vantage();
    }

    private Page open(String query) {
        return browser.open("http://127.0.0.1:" + port + "/addresses" + query);
    }

    private static Locator columns(Page page) {
        return page.locator(".map thead th:not(.corner)");
    }

    /** The cell of a row and column, as a screen reader finds it: by the table's heads. */
    private static Locator cell(Page page, String address, String head) {
        int column = page.locator(".map thead th").allInnerTexts().stream()
                .map(text -> text.strip().split("\\s")[0])
                .toList()
                .indexOf(head);
        Locator rowHead =
                page.locator("th[scope=row]").getByText(address, new Locator.GetByTextOptions().setExact(true));
        return page.locator(".map tbody tr")
                .filter(new Locator.FilterOptions().setHas(rowHead))
                .locator("td")
                .nth(column - 1);
    }

    @Test
    void fivePortsAreReadCellByCell() {
        Page page = open("?q=port:3000-3004");
        assertThat(columns(page)).hasCount(5);
        assertThat(cell(page, "127.0.0.1", "3000")).hasText(Pattern.compile("node\\s*, its own socket"));
        assertThat(cell(page, "::1", "3000")).hasText("nobody");
        assertThat(cell(page, "192.168.1.5", "3001")).hasText(Pattern.compile("node\\s*, a socket on all addresses"));
        assertThat(cell(page, "fe80::5%eth0", "3001")).hasText("nobody");
        assertThat(cell(page, "fe80::5%eth0", "3002")).hasText(Pattern.compile("all addresses"));
        assertThat(cell(page, "127.0.0.1", "3003")).hasText("nobody");
        assertThat(cell(page, "127.0.0.2", "3004")).hasText(Pattern.compile("its own socket"));
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void threeHundredPortsAreFoldedAndTheHeadsStayInSight() {
        Page page = open("");
        assertThat(columns(page)).hasCount(51);
        Locator folded = columns(page).filter(new Locator.FilterOptions().setHasText("250 ports"));
        assertThat(folded).hasCount(1);
        page.evaluate("document.querySelector('.map-frame').scrollLeft = 2000");
        assertThat(page.locator(".map tbody th").first()).isInViewport();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(1280);
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        page.evaluate("document.querySelector('.map-frame').scrollLeft = 0");
        folded.locator("a").click();
        assertThat(columns(page)).hasCount(300);
        assertThat(page).hasURL(Pattern.compile("unfold=tcp-20000"));
        page.getByText("Fold 20000 … 20249 again").click();
        assertThat(columns(page)).hasCount(51);
    }

    @Test
    void keyboardAloneOpensTheSocketOfACellAndClosesItAgain() {
        Page page = open("?q=port:3000-3004");
        assertThat(page.locator("[data-live-state]")).hasText("Live.");
        page.locator(".map-frame").focus();
        page.keyboard().press("Tab");
        assertThat(page.locator(".map tbody th a").first()).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator(".map td a").first()).isFocused();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("open=s-tcp-127_0_0_1-3000.*#s-tcp-127_0_0_1-3000$"));
        assertThat(page.locator("tr.details")).containsText("Bound to 127.0.0.1: only this machine.");
        assertThat(page.locator("tr.details")).isInViewport();
        assertThat(page.locator("[data-live-state]")).hasText("Live.");
        page.locator("tr.is-open .toggle").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("tr.details")).hasCount(0);
        assertThat(page.locator("#s-tcp-127_0_0_1-3000 .toggle")).isFocused();
        page.keyboard().press("g");
        page.keyboard().press("i");
        assertThat(page).hasURL(Pattern.compile("/interfaces$"));
    }

    @Test
    void proofIsShownWhereItWasAskedForAndSaysWhatDiffers() {
        Page page = open("?q=port:" + FREE + "&open=s-tcp-127_0_0_1-" + FREE);
        page.getByText("Prove it").click();
        assertThat(page.locator(".proof")).isInViewport();
        assertThat(page.locator(".proof tbody tr").first()).containsText("accepted");
        assertThat(page.locator("#q")).hasValue("port:" + FREE);
        assertThat(page.locator("tr.surprise").first()).containsText("A socket listens there");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void withoutJavaScriptEverythingWorksByLinksAndForms() {
        Page page = browser.open(
                "http://127.0.0.1:" + port + "/addresses?q=port:3001",
                new NewContextOptions().setJavaScriptEnabled(false));
        page.locator(".map td a").first().click();
        assertThat(page.locator("tr.details")).containsText("http://192.168.1.5:3001/");
        page.getByText("Prove it").click();
        assertThat(page.locator(".proof tbody tr")).hasCount(8);
        assertThat(page.locator("#q")).hasValue("port:3001");
    }

    @Test
    void printedPageKeepsTheMap() {
        Page page = open("?q=port:3000-3004");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.locator(".map")).isVisible();
        assertThat(page.locator(".map-frame")).hasCSS("max-height", "none");
        assertThat(page.locator(".search")).isHidden();
    }
}
