package dev.homeport.diagnosis.cause;

import dev.homeport.finding.Fix;
import java.util.List;

/**
 * What mends a cause.
 *
 * @param commands for a terminal of this machine, one after the other; none where no command does it
 * @param text what they do, or what to change
 * @param risk what else they change, a sentence; empty where nothing is to be feared
 */
public record Remedy(List<String> commands, String text, String risk) {

    public Remedy {
        commands = List.copyOf(commands);
    }

    public static Remedy text(String text) {
        return new Remedy(List.of(), text, "");
    }

    /** As another room says it. */
    public static Remedy of(Fix fix, String risk) {
        return fix.command() == null ? text(fix.note()) : command(fix.command(), fix.note(), risk);
    }

    public static Remedy command(String command, String text, String risk) {
        return new Remedy(List.of(command), text, risk);
    }
}
