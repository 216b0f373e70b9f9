package dev.homeport.addresses;

import dev.homeport.net.BindScope;
import dev.homeport.sockets.ListeningSocket;
import java.util.List;

/** Who reaches a UDP socket that is bound to a multicast or broadcast address: whoever sends to that address. */
final class GroupAudiences {

    private GroupAudiences() {}

    static List<Access> of(ListeningSocket socket) {
        String address = socket.bind().address().text();
        boolean isLoopback = socket.bind().address().isLoopback();
        boolean isRouted = socket.scope() == BindScope.ALL;
        return List.of(
                new Access(Audience.HERE, Access.Verdict.PARTLY, "What is sent to " + address + "."),
                new Access(Audience.NEIGHBOURS, Access.Verdict.PARTLY, "What is sent to " + address + "."),
                isLoopback
                        ? new Access(
                                Audience.NETWORK,
                                Access.Verdict.NO,
                                "Loopback is, for whoever uses it, their own machine.")
                        : new Access(
                                Audience.NETWORK,
                                Access.Verdict.PARTLY,
                                "Machines on the same link, by sending to " + address + "."),
                isRouted
                        ? new Access(Audience.ANYWHERE, Access.Verdict.PARTLY, "Where routers pass the group on.")
                        : new Access(Audience.ANYWHERE, Access.Verdict.NO, "Routers do not pass it on."));
    }
}
