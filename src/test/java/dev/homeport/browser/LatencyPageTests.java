package dev.homeport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The latency page while this machine's own loopback is measured each second. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"homeport.latency.interval=1s", "homeport.latency.samples=5"})
class LatencyPageTests {

    /** All numbers of a figure's chart, as its library holds them: place and value. */
    private static final String DRAWN = """
            figure => Chart.getChart(figure.querySelector("canvas")).data.datasets
                .filter(set => set.label !== "failed")
                .map(set => set.data.map(point => point.y ?? point))""";

    /** The same numbers as the table below has them; the rows of the one over time are the newest first. */
    private static final String TABLED = """
            figure => {
              const heads = [...figure.querySelectorAll("thead th")];
              const rows = [...figure.querySelectorAll("tbody tr")];
              rows.sort((one, other) => one.dataset.at - other.dataset.at);
              return heads.map((head, column) => ({ role: head.dataset.role, column }))
                .filter(({ role }) => ["p50", "p99", "micros"].includes(role) || (role === "samples" && figure.dataset.chart === "bins"))
                .map(({ column }) => rows.map(row => Number(row.cells[column].dataset.value)).filter(value => !Number.isNaN(value)));
            }""";

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    /** Both are read at once: a new round can come at any moment. */
    private static void assertAgree(Locator figure) {
        List<?> both = (List<?>) figure.evaluate("figure => [(" + DRAWN + ")(figure), (" + TABLED + ")(figure)]");
        assertThat(both.get(0)).isEqualTo(both.get(1));
        assertThat((List<?>) both.get(0)).isNotEmpty();
    }

    /** A chart is drawn when the reader comes near it. */
    private static void drawn(Page page, Locator figure) {
        figure.scrollIntoViewIfNeeded();
        page.waitForFunction(
                "figure => Chart.getChart(figure.querySelector('canvas')) !== undefined", figure.elementHandle());
    }

    private Page open(String path) {
        Page page = browser.open("http://127.0.0.1:" + port + path);
        assertThat(page.locator("[data-live-state]")).hasText("Live.");
        return page;
    }

    private static LocatorAssertions.HasTextOptions within(double millis) {
        return new LocatorAssertions.HasTextOptions().setTimeout(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp", "connect", "resolve"})
    void chartsAreDrawnFromTheirTables(String kind) {
        Page page = open("/latency?kind=" + kind);
        page.locator("[data-action=pause]").click();
        for (Locator figure : page.locator("figure[data-chart]").all()) {
            assertThat(figure.locator("canvas")).isVisible();
            drawn(page, figure);
            assertAgree(figure);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void newRoundsAppearInTableAndChartByThemselves() {
        Page page = open("/latency");
        Locator numbers = page.locator("figure[data-chart=time] details.numbers");
        numbers.locator("summary").click();
        int before = numbers.locator("tbody tr").count();
        assertThat(numbers.locator("tbody tr").nth(before))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
        assertThat(numbers.getAttribute("open")).isNotNull();
        page.locator("[data-action=pause]").click();
        assertAgree(page.locator("figure[data-chart=time]"));
    }

    @Test
    void aRunShowsItsProgressAndItsResult() {
        Page page = open("/latency");
        page.locator("input[name=count]").fill("100000");
        page.locator("button", new Page.LocatorOptions().setHasText("Measure")).click();
        assertThat(page).hasURL(Pattern.compile("run="));
        assertThat(page.locator("#run .standing")).hasText("All done.", within(60_000));
        assertThat(page.locator("button[data-unless]")).isEnabled();
        assertThat(page.locator("#run .percentile-facts")).containsText("100,000");
        assertThat(page.locator("#run progress")).hasCount(0);
        assertThat(page.locator("#run canvas").first()).isVisible();
    }

    @Test
    void aRunCanBeCancelled() {
        Page page = open("/latency");
        page.locator("select[name=target]").selectOption("connect4");
        page.locator("input[name=count]").fill("100000");
        page.locator("button", new Page.LocatorOptions().setHasText("Measure")).click();
        page.locator("#run button", new Page.LocatorOptions().setHasText("Cancel"))
                .click();
        assertThat(page.locator("#run .standing"))
                .hasText(Pattern.compile("Cancelled after [0-9,]+ of 100,000\\."), within(20_000));
    }

    @Test
    void throughputIsShownWithWhatItMeans() {
        Page page = open("/latency");
        page.locator("button", new Page.LocatorOptions().setHasText("Test for")).click();
        assertThat(page.locator("#throughput"))
                .containsText("4 streams to 127.0.0.1", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        assertThat(page.locator("#throughput")).containsText("no network card");
    }
}
