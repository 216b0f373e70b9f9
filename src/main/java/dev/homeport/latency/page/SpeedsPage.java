package dev.homeport.latency.page;

import dev.homeport.answer.PageQuery;
import dev.homeport.answer.elsewhere.Elsewhere;
import dev.homeport.answer.elsewhere.Seen;
import dev.homeport.latency.Speed;
import dev.homeport.net.DurationText;
import dev.homeport.reading.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /latency} draws of another network namespace.
 *
 * @param again the page's address
 */
record SpeedsPage(Seen<List<Speed>> seen, String again, List<Row> rows) {

    /**
     * A target.
     *
     * @param here how fast it is in Homeport's own namespace; null while that is not known
     */
    record Row(Speed there, @Nullable Speed here) {

        /** A time; empty where there is none. */
        public Optional<String> text(@Nullable Speed speed) {
            return Optional.ofNullable(speed).map(Speed::p50Micros).map(DurationText::ofMicros);
        }
    }

    static SpeedsPage of(Seen<List<Speed>> seen, Reading<List<Speed>> here) {
        Map<String, Speed> own =
                here.latest().orElse(List.of()).stream().collect(Collectors.toMap(Speed::target, Function.identity()));
        return new SpeedsPage(
                seen,
                new PageQuery(Map.of(
                                Elsewhere.PARAMETER,
                                Stream.ofNullable(seen.elsewhere()).toList()))
                        .href("/latency"),
                seen.reading().latest().orElse(List.of()).stream()
                        .map(speed -> new Row(speed, own.get(speed.target())))
                        .toList());
    }

    public Reading<List<Speed>> reading() {
        return seen.reading();
    }
}
