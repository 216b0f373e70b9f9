package dev.homeport.localhost;

import dev.homeport.net.IpAddress;
import java.util.List;

/**
 * What a name is to one kind of program.
 *
 * @param addresses in the order in which it tries them; none when the name is unknown to it
 * @param below what names below it are, {@code app.localhost}
 */
record ClientView(Client client, List<IpAddress> addresses, List<IpAddress> below) {

    ClientView {
        addresses = List.copyOf(addresses);
        below = List.copyOf(below);
    }
}
