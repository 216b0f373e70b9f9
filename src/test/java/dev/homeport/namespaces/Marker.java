package dev.homeport.namespaces;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** A program that listens on the addresses that it is given, says on which ports, and ends when its input does. */
final class Marker {

    private Marker() {}

    public static void main(String[] addresses) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        StringBuilder ports = new StringBuilder();
        for (String address : addresses) {
            ServerSocket socket = new ServerSocket(0, 5, InetAddress.getByName(address));
            sockets.add(socket);
            ports.append(socket.getLocalPort()).append(' ');
        }
        System.out.println(ports.toString().strip());
        while (System.in.read() >= 0) {
            continue;
        }
        for (ServerSocket socket : sockets) {
            socket.close();
        }
    }
}
