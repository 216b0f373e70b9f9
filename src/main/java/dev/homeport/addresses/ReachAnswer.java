package dev.homeport.addresses;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.answer.ReadingHead;
import dev.homeport.reading.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/addresses/reach}: who can reach each socket, as an upper bound.
 *
 * @param head of the less fresh of the two readings that it follows from
 */
record ReachAnswer(@JsonUnwrapped ReadingHead head, List<Item> sockets) {

    /**
     * A socket and who can reach it; see {@link Reach}.
     *
     * @param access by {@link Audience}, from near to far
     * @param endpoint what to type on another computer; null when there is nothing, which {@code whyNot} explains
     */
    record Item(
            String id,
            String protocol,
            int port,
            List<String> answersAt,
            List<Who> access,
            @Nullable String endpoint,
            @Nullable String url,
            @Nullable String whyNot,
            List<Caveat> caveats) {

        static Item of(Reach reach) {
            RemoteUrl remote = reach.remote();
            return new Item(
                    reach.socket().id(),
                    reach.socket().protocol().text(),
                    reach.socket().port(),
                    reach.answersAt().stream()
                            .map(address -> address.address().text())
                            .toList(),
                    reach.access().stream().map(Who::of).toList(),
                    remote == null ? null : remote.endpoint().text(),
                    remote == null ? null : remote.url(),
                    reach.whyNotRemote(),
                    reach.caveats());
        }
    }

    /** An audience and its answer; see {@link Access}. */
    record Who(String audience, String verdict, String because) {

        static Who of(Access access) {
            return new Who(access.audience().text(), access.verdict().text(), access.because());
        }
    }

    static ReachAnswer of(Reading<?> worst, List<Reach> sockets) {
        return new ReachAnswer(
                ReadingHead.of(worst), sockets.stream().map(Item::of).toList());
    }
}
