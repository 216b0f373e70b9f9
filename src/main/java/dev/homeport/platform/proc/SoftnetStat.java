package dev.homeport.platform.proc;

import java.io.BufferedReader;
import java.io.Reader;
import java.util.OptionalLong;

/**
 * The kernel's table {@code net/softnet_stat} (proc(5), DOMAIN R7.18): a line of hexadecimal numbers for each processor, of
 * which the second counts the packets that were dropped before anybody looked at them.
 */
public final class SoftnetStat {

    private SoftnetStat() {}

    /** How many packets all processors dropped; empty where the table is another than is known here. */
    public static OptionalLong dropped(Reader table) {
        long dropped = 0;
        for (String line : new BufferedReader(table).lines().toList()) {
            String[] words = line.strip().split("\\s+");
            if (words.length < 2 || !words[1].matches("[0-9a-f]{1,15}")) {
                return OptionalLong.empty();
            }
            dropped += Long.parseLong(words[1], 16);
        }
        return OptionalLong.of(dropped);
    }
}
