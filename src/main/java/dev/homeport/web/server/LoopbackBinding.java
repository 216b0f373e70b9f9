package dev.homeport.web.server;

import dev.homeport.platform.Ipv6Loopback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
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
 * answers under one of the two alone would be the very mismatch that it explains (DOMAIN R3.6). Where ::1 cannot be
 * bound it listens on 127.0.0.1 alone, and says so.
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
        factory.setAddress(ipv4());
        Optional<String> obstacle = Ssl.isEnabled(factory.getSsl())
                ? Optional.of("with server.ssl, only one address is served")
                : Ipv6Loopback.obstacle();
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
            protocol.setAddress(ipv6());
        }
        factory.getConnectorCustomizers().forEach(customizer -> customizer.customize(connector));
        return connector;
    }

    /** A port that both addresses had free a moment ago; Tomcat itself would choose one for each. */
    private static int freeOnBoth() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (ServerSocket four = new ServerSocket();
                    ServerSocket six = new ServerSocket()) {
                four.bind(new InetSocketAddress(ipv4(), 0));
                six.bind(new InetSocketAddress(ipv6(), four.getLocalPort()));
                return four.getLocalPort();
            } catch (IOException e) {
                LOG.debug("Attempt {} at a port that is free on both loopback addresses failed", attempt, e);
            }
        }
        throw new IllegalStateException("no port is free on both 127.0.0.1 and ::1");
    }

    private static InetAddress ipv4() {
        return address(127, 0, 0, 1);
    }

    private static InetAddress ipv6() {
        return address(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    }

    private static InetAddress address(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
