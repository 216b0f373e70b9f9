package dev.homeport.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnerTests {

    @Test
    void processIsNamedAsItIsWhereverItStands() {
        Owner owner = Fixtures.tcp("127.0.0.1", 3000, "node").owner();
        assertThat(owner.atStart(owner.who())).isEqualTo("node");
        assertThat(owner.whoWithPid()).matches("node \\(pid \\d+\\)");
    }

    @Test
    void hiddenOneIsAProcess() {
        Owner owner = Owner.hidden("Homeport runs as an ordinary user.", null);
        assertThat(owner.who()).isEqualTo("a process that is hidden from Homeport");
        assertThat(owner.atStart(owner.whoWithPid())).isEqualTo("A process that is hidden from Homeport");
    }

    /** A sentence that spoke of a hidden process would send the reader to look for one. */
    @Test
    void kernelIsNoHiddenProcess() {
        assertThat(Owner.kernel("No process holds it.", null).who()).isEqualTo("the kernel or a process out of sight");
    }
}
