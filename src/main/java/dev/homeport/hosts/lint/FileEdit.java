package dev.homeport.hosts.lint;

import dev.homeport.finding.Fix;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.hosts.source.Keeper;
import dev.homeport.platform.HostileText;
import dev.homeport.platform.OsFamily;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Commands that change a hosts file, for the reader's own hands: each makes a copy first, and writes into the file that
 * is there, as one that is mounted cannot be replaced (DOMAIN R4.16).
 */
public record FileEdit(Hosts hosts) {

    private static final int MOST_LINES = 20;
    private static final Fix FIRST_THE_ENCODING =
            Fix.note("Mend its encoding first (H06, H07); the rest comes after that.");
    private static final Fix BY_HAND = Fix.note("Take the lines out by hand: they are too many for one command.");
    private static final String POWERSHELL =
            "$h=\"$env:SystemRoot\\System32\\drivers\\etc\\hosts\"; Copy-Item $h \"$h.bak\"; ";

    /** Adds a line at the end, on a line of its own even where the last one has no end. */
    public Fix append(String line, String note) {
        if (!isEditable()) {
            return FIRST_THE_ENCODING;
        }
        boolean unended = hosts.file().isUnended();
        if (isWindows()) {
            return fix(POWERSHELL + "Add-Content $h \"" + (unended ? "`n" : "") + line + "\"", note);
        }
        String text = "'" + (unended ? "\\n" : "") + line + "\\n'";
        return fix(backup() + " && printf " + text + " | " + sudo() + "tee -a " + hosts.path() + " > /dev/null", note);
    }

    /** Ends the last line. */
    Fix end(String note) {
        if (!isEditable()) {
            return FIRST_THE_ENCODING;
        }
        return isWindows()
                ? Fix.note("End the last line.")
                : fix(backup() + " && printf '\\n' | " + sudo() + "tee -a " + hosts.path() + " > /dev/null", note);
    }

    /** Takes lines out. */
    Fix delete(IntStream lines, String note) {
        int[] numbers = lines.toArray();
        if (!isEditable()) {
            return FIRST_THE_ENCODING;
        } else if (numbers.length > MOST_LINES) {
            return BY_HAND;
        } else if (isWindows()) {
            String list = Arrays.stream(numbers).mapToObj(String::valueOf).collect(Collectors.joining(","));
            return fix(
                    POWERSHELL + "Get-Content \"$h.bak\" | Where-Object { $_.ReadCount -notin " + list
                            + " } | Set-Content $h",
                    note);
        }
        return sed(Arrays.stream(numbers).mapToObj(number -> number + "d").collect(Collectors.joining(";")), note);
    }

    /** Changes lines by a script that sed takes on Linux and on macOS; elsewhere the note has to do. */
    Fix sed(String script, String note) {
        return isEditable() ? through("sed '" + script + "'", note) : FIRST_THE_ENCODING;
    }

    /** Sends the file through a filter, whatever its encoding: {@code tr '\r' '\n'} for example. */
    Fix through(String filter, String note) {
        if (isWindows()) {
            return Fix.note(note);
        }
        String path = hosts.path();
        return fix(
                backup() + " && " + filter + " < " + path + ".bak | " + sudo() + "tee " + path + " > /dev/null", note);
    }

    /** Something else that is done to the file itself. */
    Fix command(String command, String note) {
        return isWindows() ? Fix.note(note) : fix(sudo() + command + " " + hosts.path(), note);
    }

    /** Whether tools for lines of text find lines of text in it. */
    boolean isEditable() {
        return hosts.file().isAsRead();
    }

    private Fix fix(String command, String note) {
        boolean windows = isWindows() && hosts.isSystems();
        String relative = hosts.path().startsWith("/") ? hosts.path().substring(1) : hosts.path();
        boolean plain = windows || !isWindows() && HostileText.isPlainWord(relative);
        return plain ? new Fix(command, note) : Fix.note(note);
    }

    private String backup() {
        return sudo() + "cp " + hosts.path() + " " + hosts.path() + ".bak";
    }

    /** In a container one is root, mostly, and has no sudo. */
    private String sudo() {
        boolean container = hosts.keeper() == Keeper.CONTAINER || hosts.keeper() == Keeper.KUBERNETES;
        return container ? "" : "sudo ";
    }

    private boolean isWindows() {
        return hosts.osFamily() == OsFamily.WINDOWS;
    }
}
