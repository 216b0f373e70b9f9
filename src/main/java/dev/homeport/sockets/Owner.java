package dev.homeport.sockets;

import dev.homeport.net.Named;
import dev.homeport.processes.HolderName;
import dev.homeport.processes.ProcessDetails;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Who holds a socket.
 *
 * @param reason why no process is named; null when one is
 * @param processes all that are known to hold it, the primary one first (DOMAIN R2.36); empty unless visible
 * @param user who made the socket; null where the source does not tell
 */
public record Owner(
        Visibility visibility,
        @Nullable String reason,
        List<ProcessDetails> processes,
        @Nullable SocketUser user) {

    /** Whether the owner can be named. */
    public enum Visibility implements Named {
        VISIBLE,
        /** Some process holds it, but Homeport may not see which. */
        HIDDEN,
        /** Homeport sees all processes, and none holds it. */
        KERNEL
    }

    public Owner {
        processes = List.copyOf(processes);
    }

    static Owner visible(List<ProcessDetails> processes, @Nullable SocketUser user) {
        return new Owner(Visibility.VISIBLE, null, processes, user);
    }

    static Owner hidden(String reason, @Nullable SocketUser user) {
        return new Owner(Visibility.HIDDEN, reason, List.of(), user);
    }

    static Owner kernel(String reason, @Nullable SocketUser user) {
        return new Owner(Visibility.KERNEL, reason, List.of(), user);
    }

    /** The process to name first, if any is visible. */
    public Optional<ProcessDetails> primary() {
        return processes.stream().findFirst();
    }

    /** The name of the primary process, within a sentence; words for who cannot be named. */
    public String who() {
        return primary().map(ProcessDetails::displayName).orElseGet(this::unnamed);
    }

    /** The same with the number of the process: {@code node (pid 4711)}. */
    public String whoWithPid() {
        return primary()
                .map(process -> HolderName.of(process.displayName(), process.pid()))
                .orElseGet(this::unnamed);
    }

    private String unnamed() {
        return visibility == Visibility.KERNEL ? HolderName.NO_PROCESS : HolderName.HIDDEN;
    }

    /** {@code who} at the start of a sentence; the name of a program stays as it is. */
    public String atStart(String who) {
        return primary().isPresent() ? who : StringUtils.capitalize(who);
    }

    /** The user to name: the primary process', or else who made the socket. */
    public Optional<String> userName() {
        return primary()
                .map(ProcessDetails::user)
                .or(() -> Optional.ofNullable(user).map(SocketUser::name));
    }
}
