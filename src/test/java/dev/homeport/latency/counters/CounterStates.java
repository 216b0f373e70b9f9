package dev.homeport.latency.counters;

import dev.homeport.finding.Finding;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.processes.SocketHolders;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A program for a network namespace of its own, where nobody else counts: does what the kernel counts, and prints what is
 * found, a line each: {@code state | id/severity of each | message and evidence of the last}.
 */
final class CounterStates {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final CountersCollector collector;

    private CounterStates() {
        NamespaceRoot root = NamespaceRoot.own(Path.of("/proc"));
        SocketHolders holders = new SocketHolders(root.proc());
        collector = new CountersCollector(
                new KernelTables(root),
                new CountersCollector.Closer(new UdpDrops(root, holders), new Census(root, holders), () -> null),
                InstantSource.system());
    }

    public static void main(String[] arguments) throws Exception {
        CounterStates states = new CounterStates();
        states.print("at first");
        states.fiveDatagrams();
        states.lostDatagrams();
        states.leak();
        states.crowd();
        states.overflow();
        System.exit(0);
    }

    private void print(String state) throws IOException {
        KernelCounters now = collector.collect();
        List<Finding> findings = CounterRules.findings(now);
        String ids = findings.stream()
                .map(finding -> finding.id() + "/" + finding.severity().text())
                .collect(Collectors.joining(" "));
        Finding last = findings.isEmpty() ? null : findings.get(findings.size() - 1);
        System.out.println(String.join(
                " | ",
                state,
                ids,
                last == null ? "" : last.message() + " " + last.evidence(),
                "out " + now.lately(Counter.UDP_OUT) + ", lost " + now.lately(Counter.UDP_ERRORS)));
    }

    private static void send(DatagramSocket from, int port, int count) throws IOException {
        byte[] bytes = new byte[64];
        for (int i = 0; i < count; i++) {
            from.send(new DatagramPacket(bytes, bytes.length, LOOPBACK, port));
        }
    }

    private void fiveDatagrams() throws IOException {
        try (DatagramSocket receiver = new DatagramSocket(0, LOOPBACK);
                DatagramSocket sender = new DatagramSocket(0, LOOPBACK)) {
            send(sender, receiver.getLocalPort(), 5);
            print("five datagrams");
        }
    }

    private void lostDatagrams() throws IOException {
        try (DatagramSocket receiver = new DatagramSocket(null);
                DatagramSocket sender = new DatagramSocket(0, LOOPBACK)) {
            receiver.setReceiveBufferSize(4096);
            receiver.bind(new InetSocketAddress(LOOPBACK, 5454));
            send(sender, 5454, 1000);
            print("lost datagrams");
        }
    }

    private void leak() throws IOException {
        List<SocketChannel> held = new ArrayList<>();
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.INET)) {
            server.bind(new InetSocketAddress(LOOPBACK, 7001), 200);
            for (int i = 0; i < 120; i++) {
                held.add(SocketChannel.open(server.getLocalAddress()));
                server.accept().close();
            }
            print("leak, first look");
            print("leak");
        }
        for (SocketChannel channel : held) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.close();
        }
    }

    private void crowd() throws Exception {
        new ProcessBuilder("sysctl", "-qw", "net.ipv4.ip_local_port_range=40000 40063")
                .inheritIO()
                .start()
                .waitFor();
        List<SocketChannel> held = new ArrayList<>();
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.INET)) {
            server.bind(new InetSocketAddress(LOOPBACK, 7002), 200);
            for (int i = 0; i < 60; i++) {
                held.add(SocketChannel.open(server.getLocalAddress()));
                if (i == 36) {
                    print("half of the ports");
                }
            }
            print("nearly all ports");
        }
        for (SocketChannel channel : held) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.close();
        }
    }

    /** The third connect to a queue for one is dropped; it gives up at once, since dropping is what counts. */
    private void overflow() throws IOException {
        List<SocketChannel> held = new ArrayList<>();
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.INET)) {
            server.bind(new InetSocketAddress(LOOPBACK, 7003), 1);
            for (int i = 0; i < 3; i++) {
                SocketChannel channel = SocketChannel.open(StandardProtocolFamily.INET);
                channel.configureBlocking(false);
                channel.connect(server.getLocalAddress());
                held.add(channel);
            }
            print("overflow");
        }
    }
}
