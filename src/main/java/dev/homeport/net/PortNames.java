package dev.homeport.net;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The names registered for ports, from IANA's table. A name says for what a port was registered, not what listens
 * there.
 */
public final class PortNames {

    private static final String TABLE = "iana-service-names.txt";

    private static final PortNames IANA = readTable();

    private final Map<Protocol, Map<Integer, String>> names;

    private PortNames(Map<Protocol, Map<Integer, String>> names) {
        this.names = names;
    }

    /** IANA's registry as it comes with Homeport. */
    public static PortNames iana() {
        return IANA;
    }

    private static PortNames readTable() {
        var stream = Objects.requireNonNull(PortNames.class.getResourceAsStream(TABLE), TABLE);
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.US_ASCII)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads lines {@code port tcp-name udp-name}, {@code -} for none; lines that start with {@code #} are comments. */
    static PortNames read(Reader table) {
        Map<Integer, String> tcp = new HashMap<>();
        Map<Integer, String> udp = new HashMap<>();
        new BufferedReader(table).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] columns = line.split(" ");
            Integer port = Integer.valueOf(columns[0]);
            register(tcp, port, columns[1]);
            register(udp, port, columns[2]);
        });
        return new PortNames(Map.of(Protocol.TCP, tcp, Protocol.UDP, udp));
    }

    private static void register(Map<Integer, String> names, Integer port, String name) {
        if (!name.equals("-")) {
            names.put(port, name);
        }
    }

    /** The lowest port that {@code name}, in small letters, is registered for: 5432 for {@code postgresql}. */
    public Optional<Integer> portOf(Protocol protocol, String name) {
        return names.getOrDefault(protocol, Map.of()).entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .min(Integer::compare);
    }

    /** The name registered for {@code port}, for example {@code postgresql} for 5432. */
    public Optional<String> nameOf(Protocol protocol, int port) {
        return Optional.ofNullable(names.getOrDefault(protocol, Map.of()).get(port));
    }
}
