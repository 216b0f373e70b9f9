package dev.homeport.diagnosis.trouble;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A program that answers requests on a port of 127.0.0.1, after it has worked for each. */
final class WebServer {

    private WebServer() {}

    /** @param arguments the port, and how many million steps of work an answer takes */
    public static void main(String[] arguments) throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        long steps = Long.parseLong(arguments[1]) * 1_000_000;
        try (ServerSocket server = new ServerSocket(Integer.parseInt(arguments[0]), 50, loopback)) {
            System.out.println("listening");
            while (server.isBound()) {
                try (Socket socket = server.accept()) {
                    long sum = 0;
                    for (long i = 0; i < steps; i++) {
                        sum = sum * 31 + i;
                    }
                    System.setProperty("sum", Long.toString(sum));
                    Scene.http(socket.getInputStream(), socket.getOutputStream());
                }
            }
        }
    }
}
