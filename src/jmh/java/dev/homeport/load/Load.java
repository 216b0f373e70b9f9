package dev.homeport.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A program that listens and is connected to itself, so many times; a child process of the benchmarks. */
final class Load {

    private static final int LISTENERS_ON_AN_ADDRESS = 5000;

    /** @param args listeners, connections, listeners to exchange each second */
    public static void main(String[] args) throws IOException, InterruptedException {
        Deque<ServerSocket> listeners = new ArrayDeque<>();
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            listeners.add(listen(i));
        }
        List<Socket> connections = connect(Integer.parseInt(args[1]));
        System.out.println("ready");
        int exchanged = Integer.parseInt(args[2]);
        while (!connections.isEmpty() || !listeners.isEmpty()) {
            Thread.sleep(1000);
            for (int i = 0; i < exchanged; i++) {
                listeners.remove().close();
                listeners.add(listen(i));
            }
        }
    }

    private static ServerSocket listen(int number) throws IOException {
        String address = "127.0.1." + (1 + number / LISTENERS_ON_AN_ADDRESS);
        return new ServerSocket(0, 50, InetAddress.getByName(address));
    }

    private static List<Socket> connect(int count) throws IOException {
        List<Socket> connections = new ArrayList<>();
        if (count == 0) {
            return connections;
        }
        ServerSocket server = new ServerSocket(0, 4096, InetAddress.getLoopbackAddress());
        for (int i = 0; i < count; i++) {
            Socket client = new Socket();
            client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()));
            connections.add(client);
            connections.add(server.accept());
        }
        return connections;
    }
}
