package dev.homeport.namespaces.peer;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Another Homeport.
 *
 * @param state where it tells all that it knows
 * @param token that it asks for; null when it was given none
 */
record Peer(String name, URI state, @Nullable String token) {

    private static final String TOKEN = "token=";
    /** What an HTTP header can bear. */
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]{1,400}");

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** @throws IllegalArgumentException naming the setting, and what it takes; not what it was: that may have a token */
    static Peer of(String name, String address) {
        try {
            URI uri = new URI(address.strip());
            String query = uri.getQuery();
            boolean isRoot = "".equals(uri.getPath()) || "/".equals(uri.getPath());
            boolean hasToken = query != null && query.startsWith(TOKEN);
            boolean isUsual = uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme());
            if (isUsual && isRoot && (query == null || hasToken)) {
                URI state = new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), "/api/state", null, null);
                String token = hasToken ? query.substring(TOKEN.length()) : null;
                if (token == null || PLAIN.matcher(token).matches()) {
                    return new Peer(name, state, token);
                }
            }
        } catch (URISyntaxException e) {
            throw wrong(name);
        }
        throw wrong(name);
    }

    private static IllegalArgumentException wrong(String name) {
        return new IllegalArgumentException("homeport.peers." + name
                + " takes the address of a Homeport, http://host:8080, with /?token=… where it asks for its token");
    }

    /** {@code http://laptop:8080}, without the token. */
    String address() {
        return state.getScheme() + "://" + state.getAuthority();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return name + " at " + address();
    }
}
