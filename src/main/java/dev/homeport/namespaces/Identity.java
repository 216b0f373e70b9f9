package dev.homeport.namespaces;

import dev.homeport.namespaces.side.LoopbackMark;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.Sha256;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Tells machines and loopbacks apart, for Homeports that compare: two with the same word are on one machine, or share a
 * loopback. The words follow from the number that Linux draws when it starts, {@code boot_id} (random(4)), which they do
 * not tell.
 */
final class Identity {

    private static final int WORD = 16;

    private final @Nullable String boot;

    Identity(NamespaceRoot root) {
        this.boot = boot(root);
    }

    private static @Nullable String boot(NamespaceRoot root) {
        try {
            return root.setting("kernel/random/boot_id");
        } catch (IOException e) {
            return null;
        }
    }

    /** The same for everybody on this machine while it runs; null where the system has no such number. */
    @Nullable
    String machine() {
        return boot == null ? null : word(boot);
    }

    /**
     * The same for everybody in a network namespace; null where that cannot be told.
     *
     * @param key what tells it from others now; null when that is not known
     * @param cookie what tells it from all that ever were; null when that is not known
     */
    @Nullable
    LoopbackMark loopback(@Nullable Long key, @Nullable Long cookie) {
        return boot == null || key == null
                ? null
                : new LoopbackMark(word(boot + ":" + key), cookie == null ? null : word(boot + ":life:" + cookie));
    }

    private static String word(String secret) {
        return Sha256.of(secret).substring(0, WORD);
    }
}
