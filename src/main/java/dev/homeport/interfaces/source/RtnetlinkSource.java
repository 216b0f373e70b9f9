package dev.homeport.interfaces.source;

import dev.homeport.platform.kernel.NetlinkDump;
import dev.homeport.platform.kernel.NetlinkSocket;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Interfaces, addresses and routes of this process' network namespace from the kernel itself (rtnetlink(7)): unlike
 * {@code /sys/class/net}, which shows the namespace in which it was mounted (DOMAIN R2.54), and Java, which finds only
 * interfaces that have an address. An answer with the same bytes as the last is not parsed again.
 */
public final class RtnetlinkSource implements InterfaceSource, AutoCloseable {

    static final String NAME = "rtnetlink";

    private final Map<RtnetlinkRequest, NetlinkDump> dumps = new EnumMap<>(RtnetlinkRequest.class);
    private @Nullable NetlinkSocket socket;
    private @Nullable InterfaceTable last;

    @Override
    public InterfaceTable read() throws IOException {
        try {
            boolean changed = false;
            for (RtnetlinkRequest request : RtnetlinkRequest.values()) {
                changed |= ask(request);
            }
            last = changed || last == null ? table() : last;
            return last;
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private boolean ask(RtnetlinkRequest request) throws IOException {
        if (socket == null) {
            socket = NetlinkSocket.open(NetlinkSocket.ROUTE);
        }
        NetlinkDump before = dumps.get(request);
        NetlinkDump dump = socket.steadyDump(request.bytes(), before);
        dumps.put(request, dump);
        return dump != before;
    }

    private InterfaceTable table() {
        List<LinkRow> links = LinkParser.parse(dump(RtnetlinkRequest.LINKS).messages());
        List<AddressRow> addresses =
                AddressParser.parse(dump(RtnetlinkRequest.ADDRESSES).messages());
        List<Route> local = routes(RtnetlinkRequest.LOCAL_ROUTES, links);
        List<Route> main = routes(RtnetlinkRequest.MAIN_ROUTES, links);
        return new InterfaceTable(NAME, links, addresses, local, main, List.of());
    }

    /** The routes of one table; a kernel that does not filter gives those of all. */
    private List<Route> routes(RtnetlinkRequest request, List<LinkRow> links) {
        boolean isLocal = request == RtnetlinkRequest.LOCAL_ROUTES;
        return RouteParser.parse(dump(request).messages(), index -> nameOf(index, links)).stream()
                .filter(route -> route.isLocalTable() == isLocal)
                .toList();
    }

    private NetlinkDump dump(RtnetlinkRequest request) {
        NetlinkDump dump = dumps.get(request);
        if (dump == null) {
            throw new IllegalStateException(request + " has not been asked");
        }
        return dump;
    }

    private static String nameOf(int index, List<LinkRow> links) {
        return links.stream()
                .filter(link -> link.index() == index)
                .map(LinkRow::name)
                .findFirst()
                .orElse("interface " + index);
    }

    @Override
    public void close() {
        dumps.clear();
        last = null;
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
