package dev.homeport.hosts.lint;

import dev.homeport.hosts.source.Hosts;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All rules over one file. Each goes over its lines at most once, so that a block list costs no more than its length. */
public final class Lint {

    private static final List<Function<Subject, Stream<HostsFinding>>> RULES = List.of(
            LocalhostRules::findings,
            DetourRules::findings,
            EncodingRules::findings,
            AddressRules::findings,
            MappingRules::findings,
            OwnNameRules::findings,
            OverrideRules::findings,
            HostNameRules::findings,
            InternationalNameRules::findings,
            FileRules::findings);

    private static final Comparator<HostsFinding> WORST_FIRST =
            Comparator.comparing(HostsFinding::severity).thenComparing(HostsFinding::id);

    private Lint() {}

    /** What the rules find, the worst first. */
    public static List<HostsFinding> of(Hosts hosts, PortsInUse ports) {
        Subject subject = new Subject(hosts, ports);
        return RULES.stream()
                .flatMap(rule -> rule.apply(subject))
                .sorted(WORST_FIRST)
                .toList();
    }

    /** What there is to say of a file that could not be read. */
    public static List<HostsFinding> ofUnread(String path, String reason) {
        return List.of(FileRules.unread(path, reason));
    }
}
