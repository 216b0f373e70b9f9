package dev.homeport.addresses;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A program for another network namespace: connects to each {@code address port} that it reads, and says whether it could. */
final class Peer {

    private static final int PATIENCE_MILLIS = 500;

    private Peer() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader targets = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = targets.readLine(); line != null; line = targets.readLine()) {
            String[] target = line.split(" ");
            System.out.println(connects(target[0], Integer.parseInt(target[1])) ? "connected" : "failed");
        }
    }

    private static boolean connects(String address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
