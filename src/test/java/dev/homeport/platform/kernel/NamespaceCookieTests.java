package dev.homeport.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.Namespace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamespaceCookieTests {

    /** Prints the cookie of the namespace that it runs in, and its number. */
    static final class Teller {

        private Teller() {}

        public static void main(String[] arguments) {
            System.out.println(NamespaceCookie.read().orElse(null));
        }
    }

    @Test
    void isTheSameForAllInOneNamespaceAndAnotherInEachOther() throws Exception {
        assumeTrue(NamespaceCookie.read().isPresent(), "needs Linux 5.14");
        assertThat(NamespaceCookie.read()).isEqualTo(NamespaceCookie.read());
        Set<String> cookies = new HashSet<>(List.of(NamespaceCookie.read().get().toString()));
        for (int i = 0; i < 2; i++) {
            cookies.add(Namespace.run("true", Teller.class).get(0)[0]);
        }
        assertThat(cookies).hasSize(3).doesNotContain("null", "0");
    }
}
