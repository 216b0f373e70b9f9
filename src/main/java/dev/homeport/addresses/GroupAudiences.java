package dev.homeport.addresses;

import static dev.homeport.addresses.Access.Verdict.NO;
import static dev.homeport.addresses.Access.Verdict.PARTLY;

import dev.homeport.net.AddressClass;
import dev.homeport.net.BindScope;
import dev.homeport.net.Protocol;
import dev.homeport.sockets.ListeningSocket;
import java.util.Arrays;
import java.util.List;

/** Who reaches a socket that is bound to a multicast or broadcast address: with UDP, whoever sends to that address. */
final class GroupAudiences {

    private GroupAudiences() {}

    static List<Access> of(ListeningSocket socket) {
        if (socket.protocol() == Protocol.TCP) {
            String because = "No TCP connection can be made to " + socket.bind().address() + ".";
            return Arrays.stream(Audience.values())
                    .map(audience -> new Access(audience, NO, because))
                    .toList();
        }
        String sent = "What is sent to " + socket.bind().address() + ".";
        boolean isLoopback = socket.bind().address().isLoopback();
        boolean isRoutedGroup =
                socket.scope() == BindScope.ALL && socket.bind().address().addressClass() == AddressClass.MULTICAST;
        return List.of(
                new Access(Audience.HERE, PARTLY, sent),
                new Access(Audience.NEIGHBOURS, PARTLY, sent),
                isLoopback
                        ? new Access(Audience.NETWORK, NO, "What is sent to it does not leave a machine.")
                        : new Access(
                                Audience.NETWORK,
                                PARTLY,
                                "Machines on the same link, by sending to "
                                        + socket.bind().address() + "."),
                isRoutedGroup
                        ? new Access(Audience.ANYWHERE, PARTLY, "Where routers pass the group on.")
                        : new Access(Audience.ANYWHERE, NO, "Routers do not pass it on."));
    }
}
