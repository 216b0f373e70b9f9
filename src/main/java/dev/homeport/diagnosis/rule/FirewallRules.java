package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.localhost.Client;
import dev.homeport.platform.ConnectProbe;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether something on the way drops, rejects or redirects: by a connection that comes to something else than the table of
 * sockets says (DOMAIN R5.43, the core of the diagnosis), and by the rules of the packet filter where they may be read
 * (R5.45).
 */
final class FirewallRules {

    private final Examination examined;
    private final DropRules drops;
    private final RejectRules rejects;
    private final RedirectRules redirects;

    FirewallRules(Examination examined) {
        this.examined = examined;
        this.drops = new DropRules(examined);
        this.rejects = new RejectRules(examined);
        this.redirects = new RedirectRules(examined);
    }

    List<Cause> causes() {
        return examined.meant(Client.NATIVE).stream()
                .filter(Destination::isOurs)
                .filter(destination ->
                        RouteRules.obstacle(examined, destination).isEmpty())
                .flatMap(destination ->
                        Stream.ofNullable(destination.attempt()).flatMap(attempt -> of(destination, attempt).stream()))
                .toList();
    }

    private Optional<Cause> of(Destination destination, ConnectProbe.Attempt attempt) {
        return switch (attempt.outcome()) {
            case TIMED_OUT -> redirects.misled(destination).or(() -> drops.dropped(destination));
            case REFUSED, NETWORK_UNREACHABLE, HOST_UNREACHABLE ->
                redirects.misled(destination).or(() -> rejects.rejected(destination, attempt));
            case NOT_PERMITTED, FAILED ->
                rejects.isByRule(destination) ? rejects.rejected(destination, attempt) : Optional.empty();
            case ACCEPTED, ACCEPTED_THEN_CLOSED ->
                redirects.redirected(destination).or(() -> drops.muted(destination));
            default -> Optional.empty();
        };
    }
}
