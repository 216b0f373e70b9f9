package dev.homeport.hosts.resolver;

import dev.homeport.net.IpAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Asks this very JVM for each name that comes in; started with {@code -Djdk.net.hosts.file}. */
final class JavaLookups {

    private JavaLookups() {}

    public static void main(String[] args) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String name = in.readLine(); name != null; name = in.readLine()) {
            System.out.println(answer(name));
        }
    }

    private static String answer(String name) {
        try {
            return Arrays.stream(InetAddress.getAllByName(name))
                    .map(address -> IpAddress.of(address.getAddress()).text())
                    .collect(Collectors.joining(" "));
        } catch (UnknownHostException e) {
            return "";
        }
    }
}
