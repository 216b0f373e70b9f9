package dev.homeport.sockets;

import dev.homeport.net.Protocol;
import dev.homeport.platform.OsFamily;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands that show a socket, show its process or end it, on each operating system (DOMAIN D6). */
final class SocketCommands {

    private static final int INIT = 1;

    private SocketCommands() {}

    /**
     * @param self the user that Homeport runs as, whose processes need no {@code sudo}; null when unknown
     */
    static List<Command> of(ListeningSocket socket, OsFamily os, @Nullable String self) {
        List<Command> commands = new ArrayList<>();
        boolean hidden = socket.owner().visibility() != Owner.Visibility.VISIBLE;
        commands.add(new Command("Show this socket", show(socket, os, hidden)));
        for (OwningProcess process : socket.owner().processes()) {
            boolean own = process.user() != null && process.user().equals(self);
            commands.addAll(os == OsFamily.WINDOWS ? onWindows(process.pid()) : onUnix(process, own));
        }
        return commands;
    }

    private static String show(ListeningSocket socket, OsFamily os, boolean hidden) {
        boolean tcp = socket.protocol() == Protocol.TCP;
        int port = socket.port();
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

    private static List<Command> onUnix(OwningProcess process, boolean own) {
        Command show = new Command("Show process " + process.pid(), "ps -fp " + process.pid());
        if (process.pid() == INIT) {
            // The first process holds sockets for units that it starts on demand (R2.39); ending it ends the machine.
            return List.of(show, new Command("Show the unit it holds this socket for", "systemctl list-sockets --all"));
        }
        return List.of(
                show, new Command("End process " + process.pid(), (own ? "" : "sudo ") + "kill " + process.pid()));
    }
}
