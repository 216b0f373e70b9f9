package dev.homeport.namespaces;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.answer.ReadingHead;
import dev.homeport.namespaces.compare.Comparison;
import dev.homeport.namespaces.compare.Difference;
import dev.homeport.namespaces.compare.PublishedPort;
import dev.homeport.namespaces.compare.Road;
import dev.homeport.namespaces.compare.SpeedPair;
import dev.homeport.namespaces.side.Place;
import dev.homeport.namespaces.side.Side;
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
        @Nullable PortsAnswer listeners,
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

    static CompareAnswer of(Compared compared) {
        CurrentSides.Moment now = compared.now();
        Optional<Comparison> known = Optional.ofNullable(compared.comparison());
        return new CompareAnswer(
                ReadingHead.of(now.reading()),
                now.candidates().stream()
                        .map(one -> new Choice(one.id(), one.kind().text(), one.name(), one.reason()))
                        .toList(),
                Optional.ofNullable(compared.left()).map(One::of).orElse(null),
                Optional.ofNullable(compared.right()).map(One::of).orElse(null),
                compared.missing(),
                known.map(Comparison::shared).orElse(null),
                known.map(Comparison::sentence).orElse(null),
                known.map(Comparison::where).orElse(List.of()),
                known.map(Comparison::loopback).orElse(List.of()),
                known.map(Comparison::hosts).orElse(null),
                known.map(Comparison::equalNames).orElse(0),
                known.filter(one -> one.ports() != null).map(PortsAnswer::of).orElse(null),
                known.map(one -> one.published().stream().map(Published::of).toList())
                        .orElse(List.of()),
                known.map(Comparison::speeds).orElse(List.of()),
                known.map(one -> one.toRight().stream().map(Met::of).toList()).orElse(List.of()),
                known.map(one -> one.toLeft().stream().map(Met::of).toList()).orElse(List.of()),
                now.limits());
    }
}
