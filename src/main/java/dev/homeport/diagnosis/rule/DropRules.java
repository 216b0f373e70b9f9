package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.conversation.Reply;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.firewall.Obstacle;
import dev.homeport.diagnosis.firewall.Verdict;
import dev.homeport.diagnosis.situation.Trial;
import dev.homeport.platform.OsFamily;
import java.util.Optional;
import java.util.Set;

/** Whether something drops what is sent, or what is said later on the connection (DOMAIN R5.40, R5.43, R5.45). */
final class DropRules {

    private final Examination examined;
    private final FirewallView view;
    private final FirewallCause causes;

    DropRules(Examination examined) {
        this.examined = examined;
        this.view = new FirewallView(examined);
        this.causes = new FirewallCause(examined);
    }

    /** A full accept queue drops too: then only a rule that is known to drop counts besides. */
    Optional<Cause> dropped(Destination destination) {
        Optional<Obstacle> rule = view.obstacle(destination, Set.of(Verdict.Kind.DROP, Verdict.Kind.QUEUE));
        boolean isFull = destination.sockets().stream().anyMatch(socket -> socket.isFull());
        boolean isOverflown =
                isFull || examined.overflows() > 0 && !destination.sockets().isEmpty();
        boolean isLostByNature = examined.situation().os() != OsFamily.LINUX && !destination.isAnswered();
        if ((isOverflown || isLostByNature) && rule.filter(Obstacle::isCertain).isEmpty()) {
            return Optional.empty();
        }
        String what = rule.map(obstacle -> obstacle.isCertain()
                        ? ": a rule of the firewall drops what is sent there (" + obstacle.place() + ")."
                        : obstacle.kind() == Verdict.Kind.QUEUE
                                ? ": a rule of the firewall lets a program decide (" + obstacle.place() + ")."
                                : ": a rule of the firewall may drop it (" + obstacle.place() + ").")
                .orElse(
                        view.isRead()
                                ? ": something drops what is sent there, and no rule of nftables’ tables inet, ip and ip6 does: an eBPF program, a "
                                        + "rule of a device, or an older iptables."
                                : ": a firewall, or an eBPF program, drops what is sent there.");
        return Optional.of(causes.of(CauseCode.FIREWALL_DROP, destination, rule, "no answer comes" + what));
    }

    /** The connection stands, and what is said on it does not come through. */
    Optional<Cause> muted(Destination destination) {
        boolean isSilent = Optional.ofNullable(destination.trial())
                .filter(trial -> !trial.isAnsweredToGetAlone(examined.target().speech()))
                .map(Trial::reply)
                .filter(reply -> reply.kind() == Reply.Kind.SILENCE)
                .isPresent();
        return view.obstacles(destination)
                .filter(obstacle -> isSilent && obstacle.phase().isOnConnection())
                .filter(obstacle -> obstacle.isCertain() && obstacle.kind() == Verdict.Kind.DROP)
                .findFirst()
                .map(rule -> causes.of(
                        CauseCode.FIREWALL_DROP,
                        destination,
                        Optional.of(rule),
                        "a connection comes about, but a rule of the firewall drops what is said on it (" + rule.place()
                                + ")."));
    }
}
