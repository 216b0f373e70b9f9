package dev.homeport.diagnosis;

import dev.homeport.diagnosis.conversation.Reply;
import dev.homeport.diagnosis.firewall.Firewall;
import dev.homeport.diagnosis.question.QuestionParser;
import dev.homeport.diagnosis.situation.Situation;
import dev.homeport.diagnosis.situation.Trial;
import dev.homeport.diagnosis.situation.Trials;
import dev.homeport.health.loopback.LoopbackState;
import dev.homeport.hosts.JudgedSamples;
import dev.homeport.hosts.resolver.Settings;
import dev.homeport.interfaces.Fixtures;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.net.IpAddress;
import dev.homeport.net.Outcome;
import dev.homeport.platform.ConnectProbe;
import dev.homeport.platform.OsFamily;
import dev.homeport.processes.ProcessState;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.LinkedMultiValueMap;

/** Saved readings for the rules, changed one by one: a developer's machine on which nothing is wrong. */
final class SavedSituation {

    private static final String HOSTS = "127.0.0.1 localhost\n::1 localhost\n";

    private OsFamily os = OsFamily.LINUX;
    private Reading<ListeningSockets> sockets = dev.homeport.sockets.Fixtures.reading();
    private Reading<Interfaces> interfaces = Fixtures.developersMachine().reading();
    private Reading<LoopbackState> loopback = new Reading.Missing<>("not asked");
    private String hosts = HOSTS;
    private final Map<Integer, ProcessState> states = new HashMap<>();
    private final Map<IpAddress, Trial> trials = new HashMap<>();
    private boolean isProbed;

    SavedSituation on(OsFamily system) {
        os = system;
        return this;
    }

    SavedSituation with(ListeningSocket... listening) {
        sockets = dev.homeport.sockets.Fixtures.reading(listening);
        return this;
    }

    SavedSituation withoutSockets(String reason) {
        sockets = new Reading.Missing<>(reason);
        return this;
    }

    SavedSituation withInterfaces(Interfaces seen) {
        interfaces = new Reading.Fresh<>(seen, Fixtures.TAKEN_AT, Duration.ZERO);
        return this;
    }

    SavedSituation withoutInterfaces(String reason) {
        interfaces = new Reading.Missing<>(reason);
        return this;
    }

    SavedSituation withLoopback(LoopbackState state) {
        loopback = new Reading.Fresh<>(state, Fixtures.TAKEN_AT, Duration.ZERO);
        return this;
    }

    SavedSituation hosts(String text) {
        hosts = text;
        return this;
    }

    SavedSituation state(int pid, ProcessState state) {
        states.put(pid, state);
        return this;
    }

    SavedSituation tried(String address, Outcome outcome) {
        return tried(address, outcome, null, null);
    }

    SavedSituation tried(String address, Outcome outcome, Reply reply, Reply otherwise) {
        isProbed = true;
        IpAddress at = IpAddress.parse(address).orElseThrow();
        trials.put(at, new Trial(new ConnectProbe.Attempt(outcome, Duration.ofMillis(1), null), reply, otherwise));
        return this;
    }

    Situation build() {
        Situation known = new Situation(
                os,
                sockets,
                interfaces,
                Optional.of(JudgedSamples.judged(hosts, Settings.machine())),
                loopback,
                new Reading.Missing<>("not asked"),
                new Reading.Missing<>("not asked"),
                states,
                Optional.of(1024),
                List.of(),
                List.of(),
                List.of(),
                null);
        return isProbed ? known.with(new Trials(trials, Map.of(), Map.of(), Firewall.NOT_READ)) : known;
    }

    /** What follows for {@code target}, from here, to reach it. */
    Diagnosis diagnosis(String target) {
        return diagnosis(target, "here", "reach");
    }

    Diagnosis diagnosis(String target, String from, String purpose) {
        LinkedMultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add(QuestionParser.TARGET, target);
        parameters.add(QuestionParser.FROM, from);
        parameters.add(QuestionParser.PURPOSE, purpose);
        return Diagnoser.of(QuestionParser.parse(parameters), build());
    }
}
