package dev.homeport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.latency.Latency;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import dev.homeport.sockets.Fixtures;
import dev.homeport.sockets.ListeningSockets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.convention.TestBean;

/** The pages over a saved reading of a developer's machine with 5,000 more sockets on high ports. */
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class StagedPageTests {

    static final int MANY = 5000;

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
        return Staged.sockets(Stream.concat(
                        Fixtures.developersMachine().stream(),
                        IntStream.range(20_000, 20_000 + MANY)
                                .mapToObj(port -> Fixtures.tcp("127.0.0.1", port, "many")))
                .toList());
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

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static Locator rows(Page page) {
        return page.locator("tbody tr:not(.details)");
    }

    @Test
    void headersSortAndSayHow() {
        Page page = browser.open(url("/sockets"));
        assertThat(page.locator("th[aria-sort]")).hasText(Pattern.compile("Port"));
        page.locator("th.col-process a").click();
        assertThat(page.locator("th.col-process")).hasAttribute("aria-sort", "ascending");
        assertThat(rows(page).first().locator(".col-process")).hasText(Pattern.compile("caddy"));
        page.locator("th.col-process a").click();
        assertThat(page.locator("th.col-process")).hasAttribute("aria-sort", "descending");
        assertThat(page).hasURL(Pattern.compile("sort=-process"));
        assertThat(page.locator("th.col-process a")).isFocused();
        page.goBack();
        assertThat(page.locator("th.col-process")).hasAttribute("aria-sort", "ascending");
    }

    @Test
    void searchTakesWordsAndKeysAndFiltersAllRows() {
        Page page = browser.open(url("/sockets"));
        assertThat(rows(page)).hasCount(200);
        page.locator("#q").fill("port:24999");
        assertThat(rows(page)).hasCount(1);
        assertThat(page.locator(".summary")).containsText("1 of");
        page.locator("#q").fill("scope:all proto:udp");
        assertThat(rows(page).first().locator(".col-port")).containsText("5353");
        page.locator("#q").fill("port:99999");
        assertThat(page.locator("#q-error")).containsText("from 1 to 65535");
        assertThat(page.locator("#q")).hasAttribute("aria-describedby", "q-error");
        page.keyboard().press("Escape");
        assertThat(page.locator("#q-error")).hasCount(0);
        assertThat(rows(page)).hasCount(200);
    }

    @Test
    void chipsNarrowAndTheRestComesOnDemand() {
        Page page = browser.open(url("/sockets"));
        page.locator("a.chip", new Page.LocatorOptions().setHasText("all interfaces"))
                .click();
        assertThat(page.locator("a.chip[aria-current]")).hasText(Pattern.compile("all interfaces"));
        assertThat(rows(page).first().locator(".badge")).hasText("all interfaces");
        page.locator("a.chip[aria-current]").click();
        assertThat(page.locator("a.chip[aria-current]")).hasCount(0);
        int all = MANY + Fixtures.developersMachine().size();
        page.getByText(String.format(Locale.ROOT, "Show all %,d", all)).click();
        assertThat(rows(page)).hasCount(MANY + Fixtures.developersMachine().size());
    }

    @Test
    void keysLeadEverywhere() {
        Page page = browser.open(url("/"));
        assertThat(page.locator("[data-live-state]")).hasText("Live.");
        page.keyboard().press("g");
        page.keyboard().press("s");
        assertThat(page).hasURL(Pattern.compile("/sockets$"));
        assertThat(page.locator("[data-live-state]")).hasText("Live.");
        page.keyboard().press("/");
        assertThat(page.locator("#q")).isFocused();
        page.keyboard().type("?");
        assertThat(page.locator("#help")).isHidden();
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        assertThat(page.locator("#help")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#help")).isHidden();
        page.keyboard().press("t");
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
        page.keyboard().press("t");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void detailsOpenByKeyboardAndByAClickOnTheRow() {
        Page page = browser.open(url("/sockets?q=port:3000"));
        page.locator(".toggle").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("tr.details").first()).containsText("/usr/bin/node --serve");
        assertThat(page.locator(".toggle").first()).hasAttribute("aria-expanded", "true");
        assertThat(page.locator(".toggle").first()).isFocused();
        rows(page).first().locator(".col-address").click();
        assertThat(page.locator("tr.details")).hasCount(0);
    }

    @Test
    void withoutJavaScriptEverythingWorksByLinksAndForms() {
        Page page = browser.open(url("/sockets"), new NewContextOptions().setJavaScriptEnabled(false));
        assertThat(page.locator("[data-action=pause]")).isHidden();
        assertThat(page.locator("[data-live-age] time")).isVisible();
        page.locator("#q").fill("process:node");
        page.getByText("Search", new Page.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(rows(page).first().locator(".col-process")).containsText("node");
        page.locator(".toggle").first().click();
        assertThat(page.locator("tr.details")).containsText("kill");
        page.locator("th.col-pid a").click();
        assertThat(page.locator("th.col-pid")).hasAttribute("aria-sort", "ascending");
        assertThat(page.locator("tr.details")).isVisible();
        assertThat(page.locator("#q")).hasValue("process:node");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sockets?limit=30",
                "/sockets?q=port:3000&open=s-tcp-127_0_0_1-3000",
                "/sockets?q=zzz",
                "/sockets?q=port:x",
                "/addresses?limit=30",
                "/addresses?q=port:3000&open=s-tcp-127_0_0_1-3000",
                "/hosts?limit=30",
                "/hosts?name=db.test&line=9&q=test",
                "/latency?range=24h",
                "/localhost?limit=20",
                "/addresses?q=zzz",
                "/interfaces",
                "/nosuch"
            })
    void axeFindsNothingInLightAndDark(String path) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = browser.open(
                    url(path), new NewContextOptions().setColorScheme(scheme).setViewportSize(1280, 800));
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as(path + " " + scheme)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sockets?limit=30",
                "/sockets?q=port:3000&open=s-tcp-127_0_0_1-3000",
                "/addresses?limit=30",
                "/addresses?q=port:3000&open=s-tcp-127_0_0_1-3000",
                "/hosts?limit=30",
                "/hosts?name=db.test&line=9&q=test",
                "/latency?range=24h",
                "/localhost?limit=20",
                "/interfaces"
            })
    void narrowScreenNeedsNoSidewaysScrolling(String path) {
        Page page = browser.open(url(path), new NewContextOptions().setViewportSize(360, 740));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
        assertThat((Boolean) page.evaluate(
                        "[...document.querySelectorAll('.scroll')].every(e => e.scrollWidth <= e.clientWidth + 1)"))
                .isTrue();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    @Test
    void darkIsDarkByTheSystemsWish() {
        Page page = browser.open(url("/"), new NewContextOptions().setColorScheme(ColorScheme.DARK));
        assertThat(page.locator("html")).hasCSS("background-color", "rgb(14, 19, 24)");
    }
}
