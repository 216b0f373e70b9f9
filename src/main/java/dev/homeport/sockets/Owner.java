package dev.homeport.sockets;

import dev.homeport.platform.Limit;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a socket.
 *
 * @param reason why no process is named; null when one is
 * @param processes all that are known to hold it, the primary one first; empty unless visible
 */
public record Owner(Visibility visibility, @Nullable String reason, List<OwningProcess> processes) {

    /** Whether the owner can be named. */
    public enum Visibility {
        VISIBLE,
        /** Some process holds it, but Homeport may not see which. */
        HIDDEN,
        /** Homeport sees all processes, and none holds it. */
        KERNEL;

        /** The name in JSON: {@code visible}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String NOBODY =
            "No process holds it: the kernel itself does, or a process outside this process namespace (R2.40).";

    public Owner {
        processes = List.copyOf(processes);
    }

    static Owner visible(List<OwningProcess> processes) {
        return new Owner(Visibility.VISIBLE, null, processes);
    }

    /** The owner of a socket for which the source named no process, seen from {@code vantage}. */
    static Owner unnamed(Reading<Vantage> vantage) {
        Optional<Vantage> known = vantage.latest();
        if (known.isEmpty()) {
            return new Owner(Visibility.HIDDEN, vantage.whyNotFresh().orElse(null), List.of());
        }
        Optional<Limit> hidden = known.get().whyOwnersHide();
        return hidden.map(limit -> new Owner(Visibility.HIDDEN, limit.why(), List.of()))
                .orElseGet(() -> new Owner(Visibility.KERNEL, NOBODY, List.of()));
    }

    /** The process to name first, if any is visible. */
    public Optional<OwningProcess> primary() {
        return processes.stream().findFirst();
    }
}
