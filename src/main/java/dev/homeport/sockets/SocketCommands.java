package dev.homeport.sockets;

import dev.homeport.net.Protocol;
import dev.homeport.platform.OsFamily;
import dev.homeport.processes.ProcessDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The commands that show a socket, show its process or end it, on each operating system (DOMAIN D6). */
public final class SocketCommands {

    private static final int INIT = 1;

    private SocketCommands() {}

    /**
     * @param self the user that Homeport runs as, whose processes need no {@code sudo}; null when unknown
     */
    static List<Command> of(ListeningSocket socket, OsFamily os, @Nullable String self) {
        List<Command> commands = new ArrayList<>();
        boolean hidden = socket.owner().visibility() != Owner.Visibility.VISIBLE;
        commands.add(new Command("Show this socket", show(socket.protocol(), socket.port(), os, hidden)));
        List<ProcessDetails> processes = socket.owner().processes();
        if (!processes.isEmpty()) {
            commands.addAll(os == OsFamily.WINDOWS ? onWindows(processes.get(0).pid()) : onUnix(processes, self));
        }
        return commands;
    }

    /**
     * For a socket of another network namespace of this machine: its process' number is the one that it has where Homeport
     * sees it, on the machine and not in its container.
     */
    static List<Command> elsewhere(ListeningSocket socket) {
        return socket.owner().primary().map(ProcessDetails::pid).stream()
                .flatMap(pid -> Stream.of(
                        new Command(
                                "Show this socket, from the machine",
                                "sudo nsenter --net --target " + pid + " "
                                        + show(socket.protocol(), socket.port(), OsFamily.LINUX, false)),
                        new Command("Show process " + pid + ", from the machine", "ps -fp " + pid)))
                .toList();
    }

    /** @param hidden whether root alone sees who has it */
    public static String show(Protocol protocol, int port, OsFamily os, boolean hidden) {
        boolean tcp = protocol == Protocol.TCP;
        String sudo = hidden ? "sudo " : "";
        return switch (os) {
            case WINDOWS ->
                tcp ? "Get-NetTCPConnection -State Listen -LocalPort " + port : "Get-NetUDPEndpoint -LocalPort " + port;
            case MACOS -> sudo + (tcp ? "lsof -nP -iTCP:" + port + " -sTCP:LISTEN" : "lsof -nP -iUDP:" + port);
            default -> sudo + (tcp ? "ss -tlnpe" : "ss -ulnpe") + " 'sport = :" + port + "'";
        };
    }

    private static List<Command> onWindows(int pid) {
        return List.of(
                new Command("Show process " + pid, "Get-Process -Id " + pid + " | Format-List *"),
                new Command("End process " + pid, "Stop-Process -Id " + pid));
    }

    /** A socket with many holders is a server with workers: the primary process ends them with itself. */
    private static List<Command> onUnix(List<ProcessDetails> processes, @Nullable String self) {
        ProcessDetails primary = processes.get(0);
        boolean own = primary.user() != null && primary.user().equals(self);
        List<Command> commands = new ArrayList<>();
        commands.add(new Command("Show process " + primary.pid(), "ps -fp " + primary.pid()));
        if (processes.size() > 1) {
            String pids = processes.stream()
                    .map(process -> Integer.toString(process.pid()))
                    .collect(Collectors.joining(","));
            commands.add(new Command("Show all " + processes.size() + " processes", "ps -fp " + pids));
        }
        if (primary.pid() == INIT) {
            // The first process holds sockets for units that it starts on demand (R2.39); ending it ends the machine.
            commands.add(new Command("Show the unit it holds this socket for", "systemctl list-sockets --all"));
        } else {
            commands.add(new Command("End process " + primary.pid(), (own ? "" : "sudo ") + "kill " + primary.pid()));
        }
        return commands;
    }
}
