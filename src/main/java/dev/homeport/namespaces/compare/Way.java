package dev.homeport.namespaces.compare;

import dev.homeport.net.Endpoint;
import dev.homeport.net.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether something that listens on one side can be reached from the other, as far as addresses and routes tell: what a
 * firewall does is not seen, and nothing was tried.
 *
 * @param targets what to connect to over there, the nearest first; empty unless it can be reached, or may be
 * @param because why, a sentence or two
 * @param rules of DOMAIN that say so
 * @param remedy what would make it reachable; null when it is, or nothing is known to
 */
public record Way(
        Verdict verdict,
        List<Endpoint> targets,
        String because,
        List<String> rules,
        @Nullable String remedy) {

    /** Whether it arrives. */
    public enum Verdict implements Named {
        REACHES("reachable"),
        NOT("not reachable"),
        UNKNOWN("not known");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        /** The words on the page. */
        public String label() {
            return label;
        }
    }

    public Way {
        targets = List.copyOf(targets);
        rules = List.copyOf(rules);
    }

    /** The same with another word on what would change it. */
    Way withRemedy(String other) {
        return new Way(verdict, targets, because, rules, other);
    }

    /** The same, if the other side has doors to it besides. */
    Way throughDoors(List<Endpoint> doors) {
        String text = doors.stream().map(Endpoint::text).collect(Collectors.joining(", "));
        return new Way(
                Verdict.REACHES,
                Stream.concat(doors.stream().map(Endpoint::connectable), targets.stream())
                        .distinct()
                        .toList(),
                "It is published: " + text + " there leads to it.",
                List.of("R8.1"),
                null);
    }

    /** What listens on a loopback that both sides share. */
    static Way same(Endpoint bind) {
        return reaches(List.of(bind), "Both share one loopback: it is the same socket.", "R8.10");
    }

    static Way reaches(List<Endpoint> targets, String because, String... rules) {
        return new Way(Verdict.REACHES, targets, because, List.of(rules), null);
    }

    static Way not(String because, @Nullable String remedy, String... rules) {
        return new Way(Verdict.NOT, List.of(), because, List.of(rules), remedy);
    }

    static Way unknown(List<Endpoint> targets, String because, String... rules) {
        return new Way(Verdict.UNKNOWN, targets, because, List.of(rules), null);
    }
}
