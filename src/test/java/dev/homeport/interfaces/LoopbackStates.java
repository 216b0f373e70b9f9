package dev.homeport.interfaces;

import dev.homeport.finding.Finding;
import dev.homeport.interfaces.source.Sources;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A program for a network namespace of its own: brings loopback into one state after the other and prints what is found
 * there, a line each: {@code state | ids | why of the first}.
 */
final class LoopbackStates {

    private final InterfacesCollector collector = new InterfacesCollector(
            Sources.kernel(),
            OsFamily.LINUX,
            names -> KernelSettings.read(NamespaceRoot.own(Path.of("/proc")), names),
            () -> NameServers.of(List.of()));

    private LoopbackStates() {}

    public static void main(String[] arguments) throws Exception {
        LoopbackStates states = new LoopbackStates();
        states.print("never up", "true");
        states.mend("up");
        states.print("small", "ip link set lo mtu 1200");
        states.print("large again", "ip link set lo mtu 65536");
        states.mend("mended");
        states.print("braked", "tc qdisc add dev lo root pfifo");
        states.mend("free again");
        states.print("without address", "ip addr del 127.0.0.1/8 dev lo");
        states.mend("with address");
        states.print(
                "prohibited",
                "ip route del local 127.0.0.1 dev lo table local && ip route add prohibit 127.0.0.1 table local");
        states.mend("allowed");
        states.print("exposed", "sysctl -qw net.ipv4.conf.all.route_localnet=1");
        states.mend("hidden");
        states.print("without IPv6", "sysctl -qw net.ipv6.conf.lo.disable_ipv6=1");
        states.mend("with IPv6");
        states.print("switched off", "ip link set lo down");
    }

    /** Runs the command that the first finding names. */
    private void mend(String state) throws Exception {
        Finding finding = InterfaceFindings.of(collector.collect()).get(0);
        print(state, String.valueOf(finding.fix().command()).replace("sudo ", ""));
    }

    private void print(String state, String command) throws Exception {
        boolean isDone =
                new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor() == 0;
        List<Finding> findings = InterfaceFindings.of(collector.collect());
        String ids = findings.stream().map(Finding::id).collect(Collectors.joining(" "));
        String why = findings.isEmpty() ? "" : findings.get(0).why();
        System.out.println(String.join(" | ", isDone ? state : state + " not possible", ids, why));
    }
}
