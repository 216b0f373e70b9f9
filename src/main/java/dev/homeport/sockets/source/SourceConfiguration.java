package dev.homeport.sockets.source;

import dev.homeport.platform.OsFamily;
import dev.homeport.reading.Allowance;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import oshi.SystemInfo;

@Configuration(proxyBeanMethods = false)
class SourceConfiguration {

    /** Sockets that are bound without listening are asked for as often as this share of the time allows. */
    private static final int SHARE_FOR_BOUND = 2000;

    /** What is saved up between readings that nobody watches, which come rarely. */
    private static final Duration SAVED_UP = Duration.ofNanos(500_000);

    @Bean
    SocketSource socketSource(SourceProperties properties, SystemInfo system, OsFamily osFamily) {
        SocketSource oshi = new OshiSocketSource(system.getOperatingSystem().getInternetProtocolStats(), osFamily);
        SocketSource sockDiag = new SockDiagSocketSource(new Allowance(SHARE_FOR_BOUND, SAVED_UP, System::nanoTime));
        return switch (properties.source()) {
            case SOCK_DIAG -> sockDiag;
            case OSHI -> oshi;
            case AUTO -> osFamily == OsFamily.LINUX ? new FallbackSocketSource(sockDiag, oshi) : oshi;
        };
    }
}
