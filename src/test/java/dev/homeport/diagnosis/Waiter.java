package dev.homeport.diagnosis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A program that accepts connections on a port of 127.0.0.1, keeps them, and says nothing. */
final class Waiter {

    private Waiter() {}

    public static void main(String[] arguments) throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        try (ServerSocket server = new ServerSocket(Integer.parseInt(arguments[0]), 50, loopback)) {
            System.out.println("listening");
            while (true) {
                server.accept();
            }
        }
    }
}
