package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Observation;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.namespaces.FromContainers;
import dev.homeport.namespaces.compare.PortRow;
import dev.homeport.namespaces.compare.Way.Verdict;
import dev.homeport.net.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a program in a container reaches of this machine: by the addresses and routes of the containers in sight (DOMAIN R8.6). */
final class FromContainerRules {

    /** Names that engines give this machine in their containers (R8.6). */
    private static final Set<String> THIS_MACHINE =
            Set.of("host.docker.internal", "host.containers.internal", "gateway.docker.internal");

    private static final String SOURCE = "network namespaces of containers";

    private final Target target;
    private final List<FromContainers.View> views;

    FromContainerRules(Target target, List<FromContainers.View> views) {
        this.target = target;
        this.views = views;
    }

    static boolean isNameOfThisMachine(Target target) {
        return target.name() != null && THIS_MACHINE.contains(target.name());
    }

    /** By which addresses the containers in sight get here. */
    List<Endpoint> doors() {
        return met().flatMap(met -> met.way().targets().stream()).distinct().toList();
    }

    /** What each container in sight meets, as evidence. */
    List<Observation> evidence() {
        List<Observation> evidence = new ArrayList<>();
        for (FromContainers.View view : views) {
            view.met()
                    .forEach(met -> evidence.add(new Observation(
                            "from " + view.container() + ": "
                                    + met.way().verdict().label() + targets(met) + ". "
                                    + met.way().because(),
                            SOURCE,
                            rules(met))));
            if (!view.own().isEmpty()) {
                evidence.add(new Observation(
                        "in " + view.container() + " itself something listens on port " + target.port(),
                        SOURCE,
                        "R8.7"));
            }
        }
        return evidence;
    }

    private static String targets(PortRow.Met met) {
        return met.way().targets().isEmpty()
                ? ""
                : " at " + met.way().targets().stream().map(Endpoint::text).collect(Collectors.joining(", "));
    }

    private static String rules(PortRow.Met met) {
        return met.way().rules().isEmpty()
                ? "R8.6"
                : String.join(", ", met.way().rules());
    }

    /** Whether some container in sight certainly gets here; empty where none is in sight, or none can tell. */
    Optional<Boolean> isReached() {
        List<Verdict> verdicts = met().map(met -> met.way().verdict()).toList();
        if (verdicts.contains(Verdict.REACHES)) {
            return Optional.of(true);
        }
        boolean isCertain = !verdicts.isEmpty() && verdicts.stream().allMatch(verdict -> verdict == Verdict.NOT);
        return isCertain ? Optional.of(false) : Optional.empty();
    }

    /** What would change it, in the words of a comparison. */
    Optional<String> remedy() {
        return met().flatMap(met -> Stream.ofNullable(met.way().remedy())).findFirst();
    }

    private Stream<PortRow.Met> met() {
        return views.stream().flatMap(view -> view.met().stream());
    }
}
