package dev.homeport.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.interfaces.Fixtures;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.interfaces.source.LinkState;
import dev.homeport.sockets.ListeningSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressesSentenceTests {

    private static final ListeningSocket LOCAL = dev.homeport.sockets.Fixtures.tcp("127.0.0.1", 5432, "postgres");
    private static final ListeningSocket OPEN = dev.homeport.sockets.Fixtures.tcp("0.0.0.0", 80, "nginx");
    private static final ListeningSocket ONE = dev.homeport.sockets.Fixtures.tcp("192.168.1.5", 81, "apache");

    private static String sentence(boolean isFiltered, ListeningSocket... sockets) {
        return sentence(Fixtures.developersMachine().build(), isFiltered, sockets);
    }

    private static String sentence(Interfaces interfaces, boolean isFiltered, ListeningSocket... sockets) {
        AddressMap map = AddressMap.of(interfaces, List.of(sockets));
        return AddressesSentence.of(map.addresses(), MapColumn.of(map.ports(socket -> true)), isFiltered);
    }

    @Test
    void saysOnHowManyPortsSomebodyAnswersAndWhere() {
        assertThat(sentence(false, LOCAL)).isEqualTo("One port answers, at loopback addresses alone.");
        assertThat(sentence(false, LOCAL, OPEN))
                .isEqualTo("2 ports answer, one of them at addresses that are not loopback’s.");
        assertThat(sentence(false, OPEN, ONE)).isEqualTo("2 ports answer, all at addresses that are not loopback’s.");
    }

    @Test
    void saysThatItIsOfWhatMatchesOnly() {
        assertThat(sentence(true, LOCAL)).isEqualTo("One port that matches answers, at loopback addresses alone.");
        assertThat(sentence(true, LOCAL, OPEN)).startsWith("2 ports that match answer, ");
    }

    @Test
    void machineWhoseLoopbackIsOffReachesNothingOfItsOwn() {
        Interfaces off = Fixtures.loopback()
                .changed(false, LinkState.DOWN, 65_536, "noqueue")
                .build();
        assertThat(sentence(off, false, LOCAL))
                .isEqualTo("This machine reaches none of its own ports: nothing that it sends to itself arrives.");
    }

    @Test
    void portsOfAnAddressThatNoInterfaceHasAreNotAnswered() {
        assertThat(sentence(false, dev.homeport.sockets.Fixtures.tcp("203.0.113.7", 82, "foreign")))
                .isEqualTo("No address of this machine answers on any of these ports.");
        assertThat(sentence(false)).isNull();
    }
}
