package dev.homeport.health.expectation;

import dev.homeport.health.names.Answers;
import dev.homeport.health.names.Names;
import dev.homeport.net.LocalhostName;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import dev.homeport.sockets.Fixtures;
import dev.homeport.sockets.ListeningSockets;
import java.util.Map;

/** What comes of expectations that are held against saved readings. */
public final class Judgements {

    private Judgements() {}

    /** @param expectations texts by name */
    public static CurrentExpectations.Moment of(Reading<ListeningSockets> sockets, Map<String, String> expectations) {
        Reading<Names> names = Answers.of(LocalhostName.NAME, "127.0.0.1 ::1");
        var observed = new Expectation.Observed(sockets, names);
        return new CurrentExpectations.Moment(
                expectations.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(one -> ExpectationParser.parse(one.getKey(), one.getValue()))
                        .map(one -> new CurrentExpectations.Judged(one.judge(observed), Fixtures.TAKEN_AT))
                        .toList(),
                new Snapshot<>("sockets", sockets, "s1"),
                new Snapshot<>("names", names, "n1"));
    }
}
