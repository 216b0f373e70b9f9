package dev.homeport.health.expectation;

import static dev.homeport.sockets.Fixtures.tcp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.homeport.health.names.Answers;
import dev.homeport.health.names.Names;
import dev.homeport.reading.Attention;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.ReadingChanged;
import dev.homeport.reading.Snapshot;
import dev.homeport.sockets.Fixtures;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.event.ApplicationReadyEvent;

class CurrentExpectationsTests {

    private Instant now = Fixtures.TAKEN_AT;
    private final CachedCollector<ListeningSockets> sockets = collector("sockets");
    private final CachedCollector<Names> names = collector("names");
    private final Attention attention = new Attention();

    @SuppressWarnings("unchecked")
    private static <T> CachedCollector<T> collector(String name) {
        CachedCollector<T> collector = mock(CachedCollector.class);
        given(collector.name()).willReturn(name);
        return collector;
    }

    @BeforeEach
    void noNames() {
        given(names.snapshot()).willReturn(new Snapshot<>("names", Answers.none(), "n1"));
    }

    private CurrentExpectations expecting(String... texts) {
        return new CurrentExpectations(
                Stream.of(texts)
                        .map(text -> ExpectationParser.parse(text.replaceAll("\\W+", "-"), text))
                        .toList(),
                sockets,
                names,
                attention,
                () -> now);
    }

    private void read(String revision, ListeningSocket... listening) {
        var reading = new Reading.Fresh<>(Fixtures.sockets(listening), now, Duration.ofMillis(1));
        given(sockets.snapshot()).willReturn(new Snapshot<>("sockets", reading, revision));
    }

    private static List<Fulfilment> standings(CurrentExpectations expectations) {
        return expectations.now().judged().stream()
                .map(judged -> judged.verdict().standing())
                .toList();
    }

    @Test
    void whatWasReadBeforeHomeportItselfListenedIsNotJudged() {
        CurrentExpectations expectations = expecting("tcp/80 any");
        read("s1");
        assertThat(standings(expectations)).containsExactly(Fulfilment.UNKNOWN);
        now = now.plusSeconds(1);
        expectations.begin(mock(ApplicationReadyEvent.class));
        assertThat(attention.isPaid()).as("the next reading comes at once").isTrue();
        assertThat(standings(expectations)).containsExactly(Fulfilment.UNKNOWN);
        now = now.plusSeconds(1);
        read("s1");
        assertThat(standings(expectations)).as("though nothing changed").containsExactly(Fulfilment.UNMET);
    }

    @Test
    void clockThatIsSetBackChangesNothing() {
        CurrentExpectations expectations = expecting("tcp/80 none");
        expectations.begin(mock(ApplicationReadyEvent.class));
        read("s1");
        assertThat(standings(expectations)).containsExactly(Fulfilment.MET);
        now = now.minusSeconds(3600);
        read("s2", tcp("127.0.0.1", 80, "nginx"));
        assertThat(standings(expectations)).containsExactly(Fulfilment.UNMET);
    }

    @Test
    void readingThatSaysTheSameIsTheNewestAllTheSame() {
        CurrentExpectations expectations = expecting("tcp/80 none");
        expectations.begin(mock(ApplicationReadyEvent.class));
        read("s1");
        Instant first = expectations.now().lessFresh().valueTakenAt().orElseThrow();
        now = now.plusSeconds(10);
        read("s1");
        assertThat(expectations.now().sockets().reading().valueTakenAt().orElseThrow())
                .isAfter(first);
    }

    @Test
    void nobodyIsRousedWhereNothingIsExpected() {
        expecting().begin(mock(ApplicationReadyEvent.class));
        assertThat(attention.isPaid()).isFalse();
    }

    @Test
    void sinceWhenItIsSoIsToldByReadingsAndNotByPolls() {
        CurrentExpectations expectations = expecting("tcp/80 any");
        expectations.begin(mock(ApplicationReadyEvent.class));
        read("s1");
        Instant unmet = now;
        expectations.judgeAgain(new ReadingChanged("sockets"));
        now = now.plusSeconds(10);
        read("s2", tcp("127.0.0.1", 80, "nginx"));
        Instant met = now;
        expectations.judgeAgain(new ReadingChanged("sockets"));
        now = now.plusSeconds(10);
        assertThat(expectations.now().judged()).singleElement().satisfies(judged -> {
            assertThat(judged.verdict().standing()).isEqualTo(Fulfilment.MET);
            assertThat(judged.since()).isEqualTo(met).isAfter(unmet);
        });
    }

    @Test
    void thoseThatAreNotMetComeFirst() {
        CurrentExpectations expectations = expecting("tcp/80 any", "tcp/81 none", "tcp/82 any", "tcp/80 all process x");
        expectations.begin(mock(ApplicationReadyEvent.class));
        read("s1", tcp("0.0.0.0", 80, Fixtures.hidden()));
        assertThat(standings(expectations))
                .containsExactly(Fulfilment.UNMET, Fulfilment.UNKNOWN, Fulfilment.MET, Fulfilment.MET);
    }
}
