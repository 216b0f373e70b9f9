package dev.homeport.finding;

import org.jspecify.annotations.Nullable;

/**
 * What mends a finding.
 *
 * @param command for a terminal of this operating system; null where no one command does it
 * @param note what to do, or what the command does
 */
public record Fix(@Nullable String command, String note) {

    /** The same in words, for a place where a command of this machine's terminal would mend something else. */
    public Fix inWords(String words) {
        return command == null ? this : new Fix(null, words);
    }

    public static Fix note(String note) {
        return new Fix(null, note);
    }
}
