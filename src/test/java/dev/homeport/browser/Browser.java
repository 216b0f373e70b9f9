package dev.homeport.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A Chromium for tests; its pages collect what they say on the console. {@code HOMEPORT_CHROMIUM} names another one. */
final class Browser implements AfterEachCallback {

    private static final Path EXECUTABLE =
            Path.of(Objects.requireNonNullElse(System.getenv("HOMEPORT_CHROMIUM"), "/usr/bin/chromium"));

    /** Root needs the first, a machine without a way out the others: Chromium calls home otherwise. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static com.microsoft.playwright.Browser launched;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> console = new ArrayList<>();

    private static synchronized com.microsoft.playwright.Browser launched() {
        assumeTrue(
                Files.isExecutable(EXECUTABLE),
                "needs a Chromium at " + EXECUTABLE + " (HOMEPORT_CHROMIUM names another)");
        if (launched == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
            var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            launched = playwright
                    .chromium()
                    .launch(new LaunchOptions().setExecutablePath(EXECUTABLE).setArgs(ARGUMENTS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return launched;
    }

    Page open(String url) {
        return open(url, new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1280, 800));
    }

    Page open(String url, com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = launched().newContext(options);
        context.setDefaultTimeout(20_000);
        contexts.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> console.add(message.type() + ": " + message.text()));
        page.onPageError(error -> console.add("uncaught: " + error));
        page.navigate(url);
        return page;
    }

    /** Errors and warnings that the pages gave, among them each breach of the content security policy. */
    List<String> complaints() {
        return console.stream()
                .filter(line -> !line.startsWith("log:") && !line.startsWith("info:") && !line.startsWith("debug:"))
                .filter(line -> !isOfAbort(line))
                .toList();
    }

    /**
     * What the reader asks for takes the place of what the page was asking by itself ({@code hx-sync}), which htmx calls
     * an error in its log. A request that fails is another one there.
     */
    private static boolean isOfAbort(String line) {
        return line.startsWith("error: htmx:sendAbort,") || line.startsWith("error: htmx:afterRequest,");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        console.clear();
    }
}
