package dev.homeport.namespaces;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.answer.ReadingHead;
import dev.homeport.namespaces.compare.Comparison;
import dev.homeport.namespaces.compare.Difference;
import dev.homeport.namespaces.compare.PortRow;
import dev.homeport.namespaces.compare.PublishedPort;
import dev.homeport.namespaces.compare.Road;
import dev.homeport.namespaces.compare.SpeedPair;
import dev.homeport.namespaces.compare.Way;
import dev.homeport.namespaces.side.Listener;
import dev.homeport.namespaces.side.Place;
import dev.homeport.namespaces.side.Side;
import dev.homeport.net.Endpoint;
import dev.homeport.platform.Limit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/compare}; see {@link Comparison}.
 *
 * @param sides all that can be asked for
 * @param missing why there are no two sides; null when there are
 * @param sameLoopback whether both share one; null when that is not known
 * @param hosts names on which the hosts files do not agree, localhost in any case; null when one file is not known
 * @param listeners null when those of one side are not known
 */
record CompareAnswer(
        @JsonUnwrapped ReadingHead head,
        List<Choice> sides,
        @Nullable One left,
        @Nullable One right,
        @Nullable String missing,
        @Nullable Boolean sameLoopback,
        @Nullable String summary,
        List<Difference> where,
        List<Difference> loopback,
        @Nullable List<Difference> hosts,
        int equalNames,
        @Nullable Ports listeners,
        List<Published> published,
        List<SpeedPair> latency,
        List<Met> leftToRight,
        List<Met> rightToLeft,
        List<Limit> limits) {

    /** A side that can be asked for. */
    record Choice(
            String id, String kind, String name, @Nullable String reason) {}

    /** One of the two. */
    record One(
            String id,
            String kind,
            String name,
            @Nullable Instant takenAt,
            String method,
            @Nullable String reason,
            Place place) {

        static One of(Side side) {
            return new One(
                    side.id(),
                    side.kind().text(),
                    side.name(),
                    side.takenAt(),
                    side.method(),
                    side.reason(),
                    side.place());
        }
    }

    /** An address of the other side by which it is met. */
    record Met(String address, String how, List<String> names) {

        static Met of(Road road) {
            return new Met(road.address().text(), road.how(), road.names());
        }
    }

    /** The ports by where something listens. */
    record Ports(List<Port> onlyLeft, List<Port> onlyRight, List<Port> both) {

        static Ports of(Comparison comparison) {
            return new Ports(
                    ports(comparison, PortRow.Where.ONLY_LEFT),
                    ports(comparison, PortRow.Where.ONLY_RIGHT),
                    ports(comparison, PortRow.Where.BOTH));
        }

        private static List<Port> ports(Comparison comparison, PortRow.Where where) {
            return comparison.ports(where).stream().map(Port::of).toList();
        }
    }

    /** A port. */
    record Port(String protocol, int port, @Nullable String service, List<Socket> left, List<Socket> right) {

        static Port of(PortRow row) {
            return new Port(
                    row.protocol().text(),
                    row.port(),
                    row.service(),
                    row.left().stream().map(Socket::of).toList(),
                    row.right().stream().map(Socket::of).toList());
        }
    }

    /**
     * What listens there, and whether it is met from the other side.
     *
     * @param fromThere {@code reaches}, {@code not} or {@code unknown}
     * @param publishedAt where the other side forwards to it
     * @param targets what to connect to from there
     */
    record Socket(
            String address,
            String scope,
            @Nullable String process,
            @Nullable String forwards,
            String fromThere,
            List<String> publishedAt,
            List<String> targets,
            String because,
            List<String> rules,
            @Nullable String remedy) {

        static Socket of(PortRow.Met met) {
            Listener listener = met.listener();
            Way way = met.way();
            return new Socket(
                    listener.bind().address().text(),
                    listener.scope().text(),
                    listener.process(),
                    listener.forwards() == null ? null : listener.forwards().text(),
                    way.verdict().text(),
                    met.doors().stream().map(Endpoint::text).toList(),
                    way.targets().stream().map(Endpoint::text).toList(),
                    way.because(),
                    way.rules(),
                    way.remedy());
        }
    }

    /** A port of the host that leads into the container. */
    record Published(
            String protocol,
            String address,
            int port,
            String scope,
            PublishedPort.Inside inside,
            String flag,
            @Nullable String by,
            boolean certain,
            @Nullable String inference,
            String behind,
            @Nullable Boolean works) {

        static Published of(PublishedPort port) {
            return new Published(
                    port.protocol().text(),
                    port.outside().address().text(),
                    port.outside().port(),
                    port.scope().text(),
                    port.inside(),
                    port.flag(),
                    port.by(),
                    port.isCertain(),
                    port.inference(),
                    port.behind(),
                    port.works());
        }
    }

    static CompareAnswer of(CurrentSides.Moment now, CompareChoice choice) {
        ComparePage page = ComparePage.of(now, choice, null);
        Optional<Comparison> known = Optional.ofNullable(page.comparison());
        return new CompareAnswer(
                ReadingHead.of(now.reading()),
                now.candidates().stream()
                        .map(one -> new Choice(one.id(), one.kind().text(), one.name(), one.reason()))
                        .toList(),
                choice.left().flatMap(one -> one.side().get()).map(One::of).orElse(null),
                choice.right().flatMap(one -> one.side().get()).map(One::of).orElse(null),
                page.missing(),
                known.map(Comparison::shared).orElse(null),
                known.map(Comparison::sentence).orElse(null),
                known.map(Comparison::where).orElse(List.of()),
                known.map(Comparison::loopback).orElse(List.of()),
                known.map(Comparison::hosts).orElse(null),
                known.map(Comparison::equalNames).orElse(0),
                known.filter(one -> one.ports() != null).map(Ports::of).orElse(null),
                known.map(one -> one.published().stream().map(Published::of).toList())
                        .orElse(List.of()),
                known.map(Comparison::speeds).orElse(List.of()),
                known.map(one -> one.toRight().stream().map(Met::of).toList()).orElse(List.of()),
                known.map(one -> one.toLeft().stream().map(Met::of).toList()).orElse(List.of()),
                now.limits());
    }
}
