package dev.homeport.web.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token that opens Homeport, where one is needed: the configured one, or one made at start. The cookie holds a word
 * derived from it, so that neither a cookie nor a log of cookies gives the token away.
 *
 * @param value the secret
 * @param generated whether it was made at this start, and so has to be told
 */
record AccessToken(String value, boolean generated) {

    private static final int RANDOM_BYTES = 24;

    /** The token to ask for; empty when everybody who can reach Homeport may use it. */
    static Optional<AccessToken> of(AccessProperties properties, Exposure exposure) {
        if (properties.auth() == AccessProperties.Auth.OFF) {
            return Optional.empty();
        } else if (properties.token() != null) {
            return Optional.of(new AccessToken(properties.token().strip(), false));
        }
        return exposure == Exposure.BEYOND ? Optional.of(new AccessToken(random(), true)) : Optional.empty();
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    boolean isToken(String candidate) {
        return same(value, candidate);
    }

    boolean isCookie(String candidate) {
        return same(cookieValue(), candidate);
    }

    /** What the cookie holds: HMAC-SHA-256 of a constant under the token. */
    String cookieValue() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] word = mac.doFinal("homeport cookie".getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(word);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Takes the same time wherever the two differ. */
    private static boolean same(String expected, String candidate) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "AccessToken[generated=" + generated + "]";
    }
}
