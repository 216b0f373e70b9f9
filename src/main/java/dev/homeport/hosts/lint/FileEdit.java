package dev.homeport.hosts.lint;

import dev.homeport.finding.Fix;
import dev.homeport.hosts.Hosts;
import dev.homeport.hosts.Keeper;
import dev.homeport.platform.HostileText;
import dev.homeport.platform.OsFamily;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Commands that change a hosts file, for the reader's own hands: each makes a copy first, and writes into the file that
 * is there, as one that is mounted cannot be replaced (DOMAIN R4.16).
 */
record FileEdit(Hosts hosts) {

    private static final int MOST_LINES = 20;
    private static final String POWERSHELL =
            "$h=\"$env:SystemRoot\\System32\\drivers\\etc\\hosts\"; Copy-Item $h \"$h.bak\"; ";

    /** Adds a line at the end. */
    Fix append(String line, String note) {
        if (isWindows()) {
            return fix(POWERSHELL + "Add-Content $h \"" + line + "\"", note);
        }
        String path = hosts.path();
        return fix(backup() + " && echo '" + line + "' | " + sudo() + "tee -a " + path + " > /dev/null", note);
    }

    /** Takes lines out. */
    Fix delete(IntStream lines, String note) {
        int[] numbers = lines.toArray();
        if (numbers.length > MOST_LINES) {
            return Fix.note(note);
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
        return through("sed '" + script + "'", note);
    }

    /** Sends the file through a filter, {@code tr '\r' '\n'} for example. */
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

    private Fix fix(String command, String note) {
        boolean windows = isWindows() && hosts.isSystems();
        boolean plain =
                windows || !isWindows() && HostileText.isPlainWord(hosts.path().substring(1));
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
