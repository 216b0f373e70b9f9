package dev.homeport.sockets;

import dev.homeport.net.BindScope;
import dev.homeport.net.IpAddress;
import dev.homeport.net.Protocol;
import java.util.Optional;
import java.util.Set;

/** The URL under which a socket on a port that web servers usually take can be opened from this machine. */
final class WebAddress {

    private static final Set<Integer> HTTP = Set.of(
            80, 81, 591, 1313, 2368, 3000, 3001, 3002, 3003, 3030, 3333, 4000, 4200, 4321, 5000, 5001, 5173, 5174, 5601,
            6006, 7860, 8000, 8001, 8008, 8025, 8080, 8081, 8082, 8083, 8086, 8088, 8090, 8096, 8123, 8161, 8181, 8265,
            8384, 8501, 8787, 8888, 8889, 9000, 9001, 9080, 9090, 9091, 9093, 9100, 9200, 15672, 16686, 19999, 32400);

    private static final Set<Integer> HTTPS = Set.of(443, 4443, 7443, 8443, 9443, 10443);

    private WebAddress() {}

    static Optional<String> of(ListeningSocket socket) {
        int port = socket.port();
        boolean web = socket.protocol() == Protocol.TCP && (HTTP.contains(port) || HTTPS.contains(port));
        boolean addressable = socket.scope() != BindScope.FOREIGN && socket.scope() != BindScope.LINK_LOCAL;
        if (!web || !addressable) {
            return Optional.empty();
        }
        String scheme = HTTPS.contains(port) ? "https" : "http";
        boolean isDefault = port == 80 || port == 443;
        IpAddress address = socket.bind().address();
        String host = address.isUnspecified() ? "localhost" : address.urlText();
        return Optional.of(scheme + "://" + host + (isDefault ? "" : ":" + port) + "/");
    }
}
