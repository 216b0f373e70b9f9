package dev.homeport.localhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.homeport.hosts.lint.PortsInUse;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import dev.homeport.sockets.Fixtures;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By saved readings of the sockets. */
class ListeningPortsTests {

    @SuppressWarnings("unchecked")
    private final CachedCollector<ListeningSockets> sockets = mock(CachedCollector.class);

    private final ListeningPorts ports = new ListeningPorts(sockets);

    private void reads(String revision, ListeningSocket... now) {
        given(sockets.snapshot()).willReturn(new Snapshot<>("sockets", Fixtures.reading(now), revision));
    }

    private PortsInUse known() {
        return ports.get().reading().latest().orElseThrow();
    }

    @Test
    void portsThatAnswerOnOneLoopbackAloneAreTold() {
        reads("s1", Fixtures.tcp("::1", 5173, "vite"), Fixtures.tcp("127.0.0.1", 80, "nginx"));
        assertThat(known()).isEqualTo(new PortsInUse(List.of(5173), List.of(80)));
    }

    @Test
    void revisionChangesWithThesePortsAndNotWithEverySocket() {
        reads("s1", Fixtures.tcp("::1", 5173, "vite"));
        String first = ports.get().revision();
        reads("s2", Fixtures.tcp("::1", 5173, "vite"), Fixtures.udp("127.0.0.1", 40000, "browser"));
        assertThat(ports.get().revision()).isEqualTo(first);
        reads("s3", Fixtures.tcp("127.0.0.1", 5173, "vite"));
        assertThat(ports.get().revision()).isNotEqualTo(first);
    }

    @Test
    void whatIsNotReadYetIsMissing() {
        given(sockets.snapshot()).willReturn(new Snapshot<>("sockets", new Reading.Missing<>("Not yet."), "s1"));
        assertThat(ports.get().reading().whyNotFresh()).contains("Not yet.");
    }
}
