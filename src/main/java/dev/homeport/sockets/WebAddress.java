package dev.homeport.sockets;

import dev.homeport.net.BindScope;
import dev.homeport.net.Protocol;
import dev.homeport.net.WebUrl;
import java.util.Optional;

/** The URL under which a socket on a port that web servers usually take can be opened from this machine. */
final class WebAddress {

    private WebAddress() {}

    static Optional<String> of(ListeningSocket socket) {
        boolean web = socket.protocol() == Protocol.TCP && WebUrl.isUsual(socket.port());
        boolean addressable = socket.scope() != BindScope.FOREIGN && socket.scope() != BindScope.LINK_LOCAL;
        if (!web || !addressable) {
            return Optional.empty();
        }
        return Optional.of(WebUrl.of(socket.bind().address().connectableUrlText(), socket.port()));
    }
}
