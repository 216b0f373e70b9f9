package dev.homeport.addresses;

import dev.homeport.answer.RateLimit;
import dev.homeport.platform.ConnectProbe;
import dev.homeport.platform.InterfaceAddresses;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AddressesConfiguration {

    private static final int MOST_PROOFS_IN_A_MINUTE = 30;

    /** Longer than the second after which a rejection over IPv6 is told (DOMAIN R5.40, row 5). */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    /** A forwarder whose target is dead closes within milliseconds. */
    private static final Duration LISTENING = Duration.ofMillis(200);

    @Bean
    Prover prover() {
        RateLimit limit = new RateLimit(MOST_PROOFS_IN_A_MINUTE, "proofs", System::nanoTime);
        return new Prover(new ConnectProbe(PATIENCE, LISTENING), InterfaceAddresses::read, limit);
    }
}
