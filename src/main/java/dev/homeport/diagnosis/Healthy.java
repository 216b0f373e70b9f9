package dev.homeport.diagnosis;

import dev.homeport.addresses.AddressMap;
import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.conversation.Reply;
import dev.homeport.diagnosis.conversation.Speech;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.examination.SocketText;
import dev.homeport.diagnosis.examination.TrialText;
import dev.homeport.diagnosis.situation.Situation;
import dev.homeport.diagnosis.situation.Trial;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.localhost.Client;
import dev.homeport.net.BindScope;
import dev.homeport.net.DurationText;
import dev.homeport.net.Protocol;
import dev.homeport.sockets.ListeningSocket;
import java.util.List;
import java.util.Optional;

/** What is to be said of a target that is reached: who answers, what, how fast, and who else can reach it. */
final class Healthy {

    private Healthy() {}

    static Cause of(Examination examined) {
        List<Destination> answering = examined.meant(Client.NATIVE).stream()
                .filter(Destination::isReached)
                .toList();
        Destination reached = answering.get(0);
        Trial trial = reached.trial();
        boolean isAsked =
                trial != null && trial.reply() != null && examined.target().speech() != Speech.UNKNOWN;
        return new Cause(
                CauseCode.REACHABLE,
                trial == null ? Confidence.MEDIUM : Confidence.HIGH,
                how(examined, reached) + others(answering) + reach(examined, reached),
                TrialText.evidence(reached, examined.target()),
                null,
                trial == null
                        ? examined.target().protocol() == Protocol.TCP ? "Try it: connect, once." : null
                        : isAsked ? null : "Nothing was asked of it; write http:// or https:// before it, and it is.");
    }

    private static String how(Examination examined, Destination reached) {
        String who = reached.sockets().isEmpty()
                ? "Somebody"
                : SocketText.who(reached.sockets().get(0));
        String at = reached.address().urlText() + ":" + examined.target().port();
        Trial trial = reached.trial();
        boolean isQuiet =
                trial != null && (trial.reply() == null || trial.reply().kind() == Reply.Kind.QUIET);
        return trial == null
                ? who + " listens at " + at + "."
                : who + (isQuiet ? " accepts connections at " : " answers at ") + at + ": a connection came about in "
                        + DurationText.rounded(trial.attempt().took())
                        + said(trial, examined.target().speech()) + ".";
    }

    private static String said(Trial trial, Speech asked) {
        boolean isByGet = trial.isAnsweredToGetAlone(asked);
        Reply reply = isByGet ? trial.otherwise() : trial.reply();
        return reply == null || reply.kind() == Reply.Kind.QUIET
                ? ""
                : ", and it said " + TrialText.words(reply) + " after " + DurationText.rounded(reply.took())
                        + (isByGet ? " to GET, and nothing to HEAD" : "");
    }

    /** One port may be served by different programs at different addresses (R1.29). */
    private static String others(List<Destination> answering) {
        Optional<ListeningSocket> first = first(answering.get(0));
        return answering.stream()
                .skip(1)
                .filter(destination -> first(destination)
                        .flatMap(other -> other.owner().primary())
                        .filter(process -> first.flatMap(one -> one.owner().primary())
                                .filter(one -> one.pid() != process.pid())
                                .isPresent())
                        .isPresent())
                .findFirst()
                .map(other -> " At " + other.address().text() + " another program answers: "
                        + SocketText.whoWithin(other.sockets().get(0))
                        + ". Which one a client gets, its first address decides.")
                .orElse("");
    }

    private static Optional<ListeningSocket> first(Destination destination) {
        return destination.sockets().stream().findFirst();
    }

    private static String reach(Examination examined, Destination reached) {
        Situation situation = examined.situation();
        boolean isKnown = situation.interfaces().latest().isPresent()
                && situation.sockets().latest().isPresent()
                && !reached.sockets().isEmpty();
        if (!isKnown) {
            return "";
        }
        Interfaces links = situation.interfaces().latest().orElseThrow();
        List<ListeningSocket> onPort = examined.on(reached.sockets().get(0).protocol());
        boolean isOpen = AddressMap.of(links, onPort)
                .isReachableFromElsewhere(reached.sockets().get(0), links);

        boolean isLoopback = reached.sockets().get(0).reach() == BindScope.LOOPBACK;
        return isLoopback
                ? " Programs on this machine alone reach it."
                : isOpen ? " Other computers reach it too, as far as the firewall lets them." : "";
    }
}
