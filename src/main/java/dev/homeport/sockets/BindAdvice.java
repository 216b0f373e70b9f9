package dev.homeport.sockets;

import dev.homeport.net.IpAddress;

/** What to change so that a server listens on other addresses, as a part of a sentence. */
public record BindAdvice(ListeningSocket socket) {

    private static final String EVERYWHERE = "0.0.0.0";

    /** So that it listens on this one. */
    public String at(IpAddress address) {
        return filled(BindOption.of(socket).one(), address.text(), address.urlText());
    }

    /** So that it listens on both addresses of loopback. */
    public String onBothLoopbacks() {
        BindOption option = BindOption.of(socket);
        return option.both() == null
                ? filled(option.one(), IpAddress.IPV6_LOOPBACK.text(), IpAddress.IPV6_LOOPBACK.urlText())
                        + " besides, if it takes two"
                : filled(option.both(), "", "");
    }

    /** So that other machines reach it too. */
    public String everywhere() {
        BindOption option = BindOption.of(socket);
        return filled(option.all() == null ? option.one() : option.all(), EVERYWHERE, EVERYWHERE);
    }

    private String filled(String text, String address, String url) {
        return text.replace("%a", address).replace("%u", url).replace("%p", Integer.toString(socket.port()));
    }
}
