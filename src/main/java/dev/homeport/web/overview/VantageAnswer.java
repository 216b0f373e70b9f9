package dev.homeport.web.overview;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.answer.ReadingHead;
import dev.homeport.platform.Container;
import dev.homeport.platform.Limit;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.ListeningSockets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/vantage}; see {@link Vantage}. */
record VantageAnswer(
        @JsonUnwrapped ReadingHead head,
        @Nullable String osFamily,
        @Nullable String os,
        @Nullable String hostname,
        @Nullable String user,
        @Nullable Boolean root,
        @Nullable Container container,
        @Nullable String namespace,
        List<Limit> limits) {

    static VantageAnswer of(Reading<Vantage> vantage, Reading<ListeningSockets> sockets) {
        ReadingHead head = ReadingHead.of(vantage);
        List<Limit> limits = limits(vantage, sockets);
        return vantage.latest()
                .map(seen -> new VantageAnswer(
                        head,
                        seen.osFamily().text(),
                        seen.os(),
                        seen.hostname(),
                        seen.user(),
                        seen.root(),
                        seen.container(),
                        seen.namespace(),
                        limits))
                .orElseGet(() -> new VantageAnswer(head, null, null, null, null, null, null, null, limits));
    }

    /** All that cannot be seen: from here, and through the source of the sockets. */
    static List<Limit> limits(Reading<Vantage> vantage, Reading<ListeningSockets> sockets) {
        Stream<Limit> here = vantage.latest().stream().flatMap(seen -> seen.limits().stream());
        Stream<Limit> source = sockets.latest().stream().flatMap(seen -> seen.limits().stream());
        return Stream.concat(here, source).toList();
    }
}
