package dev.homeport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The form of the sign-in page, in a browser that says where its request comes from. */
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "homeport.token=correct-horse")
class SignInTests {

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Test
    void tokenTypedIntoTheFormOpensHomeport() {
        Page page = browser.open("http://127.0.0.1:" + port + "/sockets");
        page.locator("#token").fill("correct-horse");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-live-state]")).hasText("Live.");
    }
}
