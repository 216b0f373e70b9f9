package dev.homeport.web.server;

import dev.homeport.net.IpFamily;
import dev.homeport.platform.LoopbackAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Without {@code server.address}, Homeport listens on 127.0.0.1 and on ::1, on one port, and only there: a page that
 * answers under one of the two alone would be the very mismatch that it explains (DOMAIN R3.6). Where one of them cannot
 * be bound it listens on the other alone, and says so.
 */
@Component
class LoopbackBinding implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackBinding.class);
    private static final int ATTEMPTS = 20;

    private final ServerProperties properties;

    LoopbackBinding(ServerProperties properties) {
        this.properties = properties;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (properties.getAddress() != null) {
            return;
        }
        Optional<String> noIpv4 = LoopbackAddress.obstacle(IpFamily.IPV4);
        Optional<String> noIpv6 = LoopbackAddress.obstacle(IpFamily.IPV6);
        if (noIpv4.isPresent() && noIpv6.isPresent()) {
            throw new NoLoopbackException(noIpv4.get());
        } else if (noIpv4.isPresent()) {
            LOG.warn("127.0.0.1 is not usable here ({}): Homeport listens on ::1 alone", noIpv4.get());
            factory.setAddress(LoopbackAddress.of(IpFamily.IPV6));
            return;
        }
        factory.setAddress(LoopbackAddress.of(IpFamily.IPV4));
        Optional<String> obstacle =
                Ssl.isEnabled(factory.getSsl()) ? Optional.of("with server.ssl, only one address is served") : noIpv6;
        if (obstacle.isPresent()) {
            LOG.warn("::1 is not usable here ({}): Homeport listens on 127.0.0.1 alone", obstacle.get());
            return;
        }
        if (factory.getPort() == 0) {
            factory.setPort(freeOnBoth());
        }
        factory.addAdditionalConnectors(connector(factory));
    }

    /** After the customizers that apply {@code server.*}, which set the port. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    /** Configured as Boot configures its own connector: as set by {@code server.tomcat.*}, and bound when all is ready. */
    private static Connector connector(TomcatServletWebServerFactory factory) {
        Connector connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
        connector.setThrowOnFailure(true);
        connector.setPort(factory.getPort());
        connector.setURIEncoding(factory.getUriEncoding().name());
        connector.setProperty("bindOnInit", "false");
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setAddress(LoopbackAddress.of(IpFamily.IPV6));
        }
        factory.getConnectorCustomizers().forEach(customizer -> customizer.customize(connector));
        return connector;
    }

    /** A port that both addresses had free a moment ago; Tomcat itself would choose one for each. */
    private static int freeOnBoth() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (ServerSocket four = new ServerSocket();
                    ServerSocket six = new ServerSocket()) {
                four.bind(new InetSocketAddress(LoopbackAddress.of(IpFamily.IPV4), 0));
                six.bind(new InetSocketAddress(LoopbackAddress.of(IpFamily.IPV6), four.getLocalPort()));
                return four.getLocalPort();
            } catch (IOException e) {
                LOG.debug("Attempt {} at a port that is free on both loopback addresses failed", attempt, e);
            }
        }
        throw new IllegalStateException("no port is free on both 127.0.0.1 and ::1");
    }
}
