package dev.homeport.sockets;

import dev.homeport.platform.Container;
import dev.homeport.processes.ProcessDetails;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word beside a socket that tells what is special about it.
 *
 * @param meaning what it means, as a sentence
 * @param isWarning whether somebody should look into it
 */
public record Mark(String text, String meaning, boolean isWarning) {

    private static final String BOUND = "It holds the port without listening: whoever connects is refused, "
            + "and other programs may not get the port.";

    private static final String MAYBE_CLIENT = "Probably a client: the port is one of those that the system hands to "
            + "programs that ask. UDP does not tell clients from servers.";

    private static final String FULL = "The program does not accept the connections that wait for it: "
            + "new ones are turned away, and clients wait in vain.";

    /** What is special about {@code socket}; the worst comes first. */
    static List<Mark> of(ListeningSocket socket, @Nullable SharedPort sharedPort) {
        List<Mark> marks = new ArrayList<>();
        if (socket.isFull()) {
            marks.add(new Mark("accept queue full", FULL, true));
        }
        if (sharedPort != null && sharedPort.isSameBind(socket)) {
            String text = sharedPort.isConflict() ? "same address twice" : "shared";
            marks.add(new Mark(text, String.valueOf(sharedPort.sameBind()), sharedPort.isConflict()));
        }
        if (socket.role() == SocketRole.BOUND) {
            marks.add(new Mark("does not listen", BOUND, false));
        } else if (socket.role() == SocketRole.MAYBE_CLIENT) {
            marks.add(new Mark("maybe a client", MAYBE_CLIENT, false));
        }
        socket.forwarding().ifPresent(forwarding -> marks.add(new Mark("forwarder", forwarding.meaning(), false)));
        socket.owner()
                .primary()
                .map(ProcessDetails::container)
                .map(Container::label)
                .ifPresent(label -> marks.add(new Mark(label, "It runs in this container.", false)));
        return marks;
    }
}
