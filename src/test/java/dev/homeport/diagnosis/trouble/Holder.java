package dev.homeport.diagnosis.trouble;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/** A program that takes a port of 127.0.0.1 and does not listen on it, until its input ends. */
final class Holder {

    private Holder() {}

    public static void main(String[] arguments) throws IOException {
        try (SocketChannel held = SocketChannel.open()) {
            held.bind(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])));
            System.out.println("holding");
            System.in.read();
        }
    }
}
