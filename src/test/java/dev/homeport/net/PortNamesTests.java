package dev.homeport.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

class PortNamesTests {

    @Test
    void ianaTableNamesWellKnownAndRegisteredPorts() {
        PortNames names = PortNames.iana();
        assertThat(names.nameOf(Protocol.TCP, 22)).contains("ssh");
        assertThat(names.nameOf(Protocol.TCP, 80)).contains("http");
        assertThat(names.nameOf(Protocol.TCP, 5432)).contains("postgresql");
        assertThat(names.nameOf(Protocol.UDP, 5353)).contains("mdns");
        assertThat(names.nameOf(Protocol.TCP, 6379)).contains("redis");
        assertThat(names.nameOf(Protocol.UDP, 6379)).isEmpty();
        assertThat(names.nameOf(Protocol.TCP, 5173)).isEmpty();
        assertThat(names.nameOf(Protocol.TCP, 65000)).isEmpty();
    }

    @Test
    void tableOfIanaIsReadOnce() {
        assertThat(PortNames.iana()).isSameAs(PortNames.iana());
    }

    @Test
    void nameOverTcpAndUdpMayDiffer() {
        PortNames names = PortNames.read(new StringReader("# a comment\n512 exec comsat\n513 - who\n"));
        assertThat(names.nameOf(Protocol.TCP, 512)).contains("exec");
        assertThat(names.nameOf(Protocol.UDP, 512)).contains("comsat");
        assertThat(names.nameOf(Protocol.TCP, 513)).isEmpty();
    }
}
