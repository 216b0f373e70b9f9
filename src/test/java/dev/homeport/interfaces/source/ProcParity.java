package dev.homeport.interfaces.source;

import dev.homeport.net.IpFamily;
import dev.homeport.platform.NamespaceRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A program for a network namespace of its own: brings its interfaces into one state after the other and prints what the
 * kernel tells by netlink and by the files in {@code /proc}, a line each: {@code state | what | netlink | files}.
 */
final class ProcParity {

    private final InterfaceSource files = new ProcInterfaceSource(new NamespaceRoot(
            Path.of("/proc"), Long.toString(ProcessHandle.current().pid())));

    private ProcParity() {}

    public static void main(String[] arguments) throws Exception {
        ProcParity parity = new ProcParity();
        parity.print("never up", "true");
        parity.print("up", "ip link set lo up");
        parity.print(
                "cable",
                "ip link add eth0 type veth peer name far && ip link set eth0 up && ip link set far up"
                        + " && ip addr add 10.77.0.2/24 dev eth0 && ip -6 addr add fd77::2/64 dev eth0 nodad"
                        + " && ip route add default via 10.77.0.1");
        parity.print("far end off", "ip link set far down");
        parity.print(
                "long name",
                "ip link add br-1a2b3c4d5e6f type bridge && ip link set br-1a2b3c4d5e6f up"
                        + " && ip addr add 10.99.0.1/24 dev br-1a2b3c4d5e6f");
        parity.print("second address on loopback", "ip addr add 10.88.0.1/32 dev lo");
        parity.print("without 127.0.0.1", "ip addr del 127.0.0.1/8 dev lo");
        parity.print("narrow", "ip addr add 127.0.0.1/32 dev lo");
        parity.print("without ::1", "ip addr del ::1/128 dev lo");
        parity.print("off", "ip link set lo down");
    }

    private void print(String state, String command) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException(command + ": exit " + exit);
        }
        try (RtnetlinkSource netlink = new RtnetlinkSource()) {
            print(state, netlink.read(), files.read());
        }
    }

    private static void print(String state, InterfaceTable netlink, InterfaceTable files) {
        line(state, "interfaces", links(netlink), links(files));
        line(state, "addresses", addresses(netlink), addresses(files));
        line(state, "loopback's routes", loopback(netlink), loopback(files));
        line(state, "default routes", defaults(netlink), defaults(files));
    }

    private static void line(String state, String what, Object one, Object other) {
        System.out.println(String.join(" | ", state, what, one.toString(), other.toString()));
    }

    private static Object links(InterfaceTable table) {
        return table.links().stream()
                .map(link -> link.index() + " " + link.name() + (link.isUp() ? " on" : " off")
                        + (link.isLoopback() ? " loopback" : ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** An interface that is off keeps its addresses of IPv4, which the routes then do not tell of. */
    private static Object addresses(InterfaceTable table) {
        List<Integer> on =
                table.links().stream().filter(LinkRow::isUp).map(LinkRow::index).toList();
        return table.addresses().stream()
                .filter(row -> on.contains(row.index()))
                .map(row -> row.index() + " " + row.address().text() + "/" + row.prefix())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Object loopback(InterfaceTable table) {
        List<Route> local = table.localRoutes() == null ? List.of() : table.localRoutes();
        return local.stream()
                .filter(route -> route.destination().isLoopback() && route.type() == Route.Type.LOCAL)
                .map(route -> route.destination().text() + "/" + route.prefix())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Object defaults(InterfaceTable table) {
        return table.routes().stream()
                .filter(route -> route.isDefault() && route.family() == IpFamily.IPV4)
                .map(Route::text)
                .toList();
    }
}
