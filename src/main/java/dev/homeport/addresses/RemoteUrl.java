package dev.homeport.addresses;

import dev.homeport.net.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * What to type on another computer to reach a socket.
 *
 * @param endpoint an address of this machine that others can reach, and the port
 * @param url the same as a URL; null when what listens there certainly speaks no HTTP
 * @param isWeb whether the port is one on which web servers usually are, so that the URL probably works
 */
public record RemoteUrl(Endpoint endpoint, @Nullable String url, boolean isWeb) {}
