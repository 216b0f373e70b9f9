package dev.homeport.hosts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.answer.ReadingHead;
import dev.homeport.hosts.resolver.ResolverAnswer;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.net.IpAddress;
import dev.homeport.reading.Reading;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/hosts/lookup}: what a name means.
 *
 * @param lines that somebody takes an address from
 * @param effective what each resolver gives its callers; null while no file was read
 * @param details who of them answers, and to which question
 * @param system what the system's own resolver said; null when it was not asked
 * @param systemFailure what it said instead
 */
record LookupAnswer(
        @JsonUnwrapped ReadingHead head,
        String path,
        String name,
        List<Integer> lines,
        @Nullable Effective effective,
        @Nullable Details details,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> system,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String systemFailure,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double systemTookMillis) {

    /**
     * Addresses in each resolver's order: what it gives to who asks for any family, then what only those get that ask
     * for one.
     *
     * @param jvm the JDK's own reader of hosts files
     * @param jvmDefault a JVM without settings, which asks this system's resolver
     */
    record Effective(List<String> glibc, List<String> musl, List<String> jvm, List<String> jvmDefault) {

        static Effective of(Lookup lookup) {
            return new Effective(
                    texts(lookup.glibc().all()),
                    texts(lookup.musl().all()),
                    texts(lookup.jvm().all()),
                    texts(lookup.jvmByDefault().all()));
        }
    }

    /** Each resolver's answers apart. */
    record Details(Detail glibc, Detail musl, Detail jvm, Detail jvmDefault) {

        static Details of(Lookup lookup) {
            return new Details(
                    Detail.of(lookup.glibc()),
                    Detail.of(lookup.musl()),
                    Detail.of(lookup.jvm()),
                    Detail.of(lookup.jvmByDefault()));
        }
    }

    /** See {@link ResolverAnswer}. */
    record Detail(@Nullable String by, List<String> any, List<String> ipv4, List<String> ipv6, List<Integer> lines) {

        static Detail of(ResolverAnswer answer) {
            return new Detail(
                    answer.by(), texts(answer.any()), texts(answer.ipv4()), texts(answer.ipv6()), answer.lines());
        }
    }

    static LookupAnswer of(
            Reading<Hosts> reading,
            String path,
            String name,
            Optional<Lookup> lookup,
            SystemQuestion.@Nullable Reply system) {
        return new LookupAnswer(
                ReadingHead.of(reading),
                path,
                name,
                lookup.map(Lookup::lines).orElse(List.of()),
                lookup.map(Effective::of).orElse(null),
                lookup.map(Details::of).orElse(null),
                system == null ? null : texts(system.addresses()),
                system == null ? null : system.failure(),
                system == null ? null : system.took().toNanos() / 1e6);
    }

    private static List<String> texts(List<IpAddress> addresses) {
        return addresses.stream().map(IpAddress::text).toList();
    }
}
