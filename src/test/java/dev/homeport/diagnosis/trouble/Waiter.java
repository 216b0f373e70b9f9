package dev.homeport.diagnosis.trouble;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A program that accepts connections on a port of 127.0.0.1, keeps them, and says nothing. */
final class Waiter {

    private Waiter() {}

    /** @param arguments the port, and whatever else shall stand in its command line */
    public static void main(String[] arguments) throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        try (ServerSocket server = new ServerSocket(Integer.parseInt(arguments[0]), 50, loopback)) {
            System.out.println("listening");
            Socket last = null;
            while (server.isBound()) {
                last = server.accept();
            }
            System.out.println(last);
        }
    }
}
