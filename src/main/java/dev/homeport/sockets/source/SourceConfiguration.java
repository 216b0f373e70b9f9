package dev.homeport.sockets.source;

import dev.homeport.platform.OsFamily;
import dev.homeport.reading.Allowance;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import oshi.SystemInfo;

@Configuration(proxyBeanMethods = false)
class SourceConfiguration {

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    @Bean
    SocketSource socketSource(SourceProperties properties, SystemInfo system, OsFamily osFamily) {
        SocketSource oshi = new OshiSocketSource(system.getOperatingSystem().getInternetProtocolStats(), osFamily);
        SocketSource sockDiag = new SockDiagSocketSource(new Allowance(1000, ONE_SECOND, System::nanoTime));
        return switch (properties.source()) {
            case SOCK_DIAG -> sockDiag;
            case OSHI -> oshi;
            case AUTO -> osFamily == OsFamily.LINUX ? new FallbackSocketSource(sockDiag, oshi) : oshi;
        };
    }
}
