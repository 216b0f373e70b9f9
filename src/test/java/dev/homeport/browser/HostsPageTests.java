package dev.homeport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The hosts page over a real file that changes while it is looked at. */
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class HostsPageTests {

    @TempDir
    static Path folder;

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void path(DynamicPropertyRegistry registry) {
        registry.add("homeport.hosts.path", () -> folder.resolve("hosts").toString());
    }

    @BeforeEach
    void debian() throws IOException {
        replace("127.0.0.1 localhost\n::1 localhost ip6-localhost\n10.0.0.5 db.test # staging\n");
    }

    /** As editors do it: a new file takes the old one's name. */
    private static void replace(String text) throws IOException {
        Path fresh = Files.writeString(folder.resolve("new"), text);
        Files.move(fresh, folder.resolve("hosts"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Page open(String path) {
        Page page = browser.open("http://127.0.0.1:" + port + path);
        assertThat(page.locator("[data-live-state]")).hasText("Live.");
        return page;
    }

    @Test
    void changesOfTheFileAppearByThemselves() throws IOException {
        Page page = open("/hosts");
        assertThat(page.locator(".entries tbody")).containsText("db.test");
        replace("127.0.0.1 localhost\n::1 localhost ip6-localhost\n10.0.0.6 cache.test\n10.0.0.7:80 wrong.test\n");
        assertThat(page.locator(".entries tbody")).containsText("cache.test");
        assertThat(page.locator(".sentence")).containsText("has a port, which a hosts file does not know (line 4)");
        Files.delete(folder.resolve("hosts"));
        assertThat(page.locator("[role=alert]").first()).containsText("There is no file");
        replace("127.0.0.1 localhost\n");
        assertThat(page.locator("[role=alert]")).hasCount(0);
    }

    @Test
    void whatTheReaderAsksReplacesWhatThePageWasAsking() {
        Page page = open("/hosts");
        page.locator("#q").fill("db");
        page.evaluate("() => { document.dispatchEvent(new CustomEvent('homeport:refresh'));"
                + " document.getElementById('q').form.requestSubmit(); }");
        assertThat(page).hasURL(Pattern.compile("q=db"));
        assertThat(page.locator(".entries tbody tr")).hasCount(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void findingLeadsToItsLine() throws IOException {
        replace("127.0.0.1 localhost\n::1 localhost ip6-localhost\n\n10.0.0.7:80 wrong.test\n");
        Page page = open("/hosts");
        page.locator(".finding").first().locator("a.mono").first().click();
        assertThat(page.locator("#line-4")).isInViewport();
        assertThat(page.locator("#line-4")).hasClass(Pattern.compile("chosen"));
    }

    @Test
    void nameIsLookedUpAndTheSystemAsked() {
        Page page = open("/hosts");
        page.locator("#name").fill("DB.test");
        page.keyboard().press("Enter");
        assertThat(page.locator(".answers-of-name h3")).containsText("they do not say the same");
        page.locator("#name").fill("localhost");
        page.keyboard().press("Enter");
        page.getByText("Ask this system’s resolver").click();
        assertThat(page.locator(".answers-of-name")).containsText("This system, asked");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void searchFiltersEntriesAsOneTypes() {
        Page page = open("/hosts");
        page.locator("#q").fill("staging");
        assertThat(page.locator(".entries tbody tr")).hasCount(1);
        assertThat(page.locator(".entries tbody")).containsText("10.0.0.5");
        page.keyboard().press("Escape");
        assertThat(page.locator(".entries tbody tr")).hasCount(3);
        assertThat(browser.complaints()).isEmpty();
    }
}
