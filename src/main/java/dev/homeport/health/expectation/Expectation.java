package dev.homeport.health.expectation;

import dev.homeport.health.names.Names;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.ListeningSockets;
import org.jspecify.annotations.Nullable;

/** Something that should be so on this machine. Whether it is, is a pure function of readings. */
public sealed interface Expectation permits PortExpectation, NameExpectation, OnlyExpectation {

    /** What it is called: {@code postgres} of {@code homeport.expect.postgres}. */
    String name();

    /** As it is written in a setting: {@code tcp/5432 loopback}. */
    String text();

    /** What a diagnosis looks into when it is not so: {@code localhost:5432}; null when it is about no port. */
    default @Nullable String target() {
        return null;
    }

    /** Whether it is so; not known while a reading that it needs is not fresh. */
    ExpectationVerdict judge(Observed observed);

    /** The readings that expectations are held against. */
    record Observed(Reading<ListeningSockets> sockets, Reading<Names> names) {}
}
