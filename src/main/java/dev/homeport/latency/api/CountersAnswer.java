package dev.homeport.latency.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.answer.ReadingHead;
import dev.homeport.latency.counters.Counter;
import dev.homeport.latency.counters.KernelCounters;
import dev.homeport.latency.counters.Rise;
import dev.homeport.reading.Reading;
import java.util.Arrays;
import java.util.List;

/** {@code /api/latency/counters}: the kernel's counters, and how they move. */
record CountersAnswer(@JsonUnwrapped ReadingHead head, List<CounterAnswer> counters) {

    /**
     * A counter.
     *
     * @param names in the kernel's tables, whose sum it is
     * @param total since this network namespace was made
     * @param lately how much of that came in the last ten minutes, while Homeport looked
     * @param perSecond since the last look
     */
    record CounterAnswer(String names, String label, long total, long lately, double perSecond) {

        static CounterAnswer of(Counter counter, Rise rise) {
            return new CounterAnswer(counter.names(), counter.label(), rise.total(), rise.lately(), rise.perSecond());
        }
    }

    static CountersAnswer of(Reading<KernelCounters> reading) {
        return new CountersAnswer(
                ReadingHead.of(reading),
                Arrays.stream(Counter.values())
                        .flatMap(counter -> reading.latest().flatMap(known -> known.of(counter)).stream()
                                .map(rise -> CounterAnswer.of(counter, rise)))
                        .toList());
    }
}
