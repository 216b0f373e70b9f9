package dev.homeport.namespaces;

import dev.homeport.namespaces.side.HostsNames;
import dev.homeport.namespaces.side.Kind;
import dev.homeport.namespaces.side.Known;
import dev.homeport.namespaces.side.Link;
import dev.homeport.namespaces.side.Listener;
import dev.homeport.namespaces.side.LoopbackMark;
import dev.homeport.namespaces.side.Network;
import dev.homeport.namespaces.side.Place;
import dev.homeport.namespaces.side.Side;
import dev.homeport.net.BindScope;
import dev.homeport.net.Endpoint;
import dev.homeport.net.InterfaceKind;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Protocol;
import dev.homeport.processes.ForwardTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sides of comparisons as tests want them. */
public final class Sides {

    private final String id;
    private final Kind kind;
    private String name;
    private String container;
    private String loopback;
    private final List<Link> links = new ArrayList<>();
    private final List<IpAddress> gateways = new ArrayList<>();
    private List<Listener> listeners = new ArrayList<>();
    private Map<String, List<String>> names = new LinkedHashMap<>();

    private Sides(String id, Kind kind, String name) {
        this.id = id;
        this.kind = kind;
        this.name = name;
        this.loopback = id;
        link("lo", "127.0.0.1/8", "::1/128");
    }

    /** The host, with a container bridge. */
    public static Sides host() {
        return new Sides("1", Kind.HOST, "the host")
                .link("eth0", "192.0.2.2/24")
                .link("podman0", "10.88.0.1/16")
                .gateway("192.0.2.1");
    }

    /** A container on that bridge, in which Homeport runs. */
    public static Sides ownContainer() {
        Sides own = new Sides("2", Kind.OWN, "this container")
                .link("eth0", "10.88.0.5/16")
                .gateway("10.88.0.1");
        own.container = "podman 2";
        return own;
    }

    /** Another container, without any interface yet. */
    public static Sides container(String id) {
        Sides other = new Sides(id, Kind.CONTAINER, "container " + id);
        other.container = "podman " + id;
        return other;
    }

    /** Another Homeport. */
    public static Sides peer(String name) {
        return new Sides("peer:" + name, Kind.PEER, name);
    }

    public Sides link(String device, String... addresses) {
        List<Link.Own> own = new ArrayList<>();
        for (String address : addresses) {
            String[] parts = address.split("/");
            own.add(new Link.Own(IpAddress.parse(parts[0]).orElseThrow(), Integer.parseInt(parts[1])));
        }
        InterfaceKind known = device.equals("lo") ? InterfaceKind.LOOPBACK : InterfaceKind.ofName(device);
        links.add(new Link(device, known, true, own));
        return this;
    }

    public Sides gateway(String address) {
        gateways.add(IpAddress.parse(address).orElseThrow());
        return this;
    }

    /** A server on a TCP port; a wildcard of IPv6 takes IPv4 too. */
    public Sides listens(String address, int port) {
        return listens(address, port, "server");
    }

    /** @param process null for one that may not be seen */
    public Sides listens(String address, int port, String process) {
        IpAddress bind = IpAddress.parse(address).orElseThrow();
        BindScope scope =
                bind.isUnspecified() ? BindScope.ALL : bind.isLoopback() ? BindScope.LOOPBACK : BindScope.ADDRESS;
        boolean takesIpv4 = bind.family() == IpFamily.IPV4 || bind.isUnspecified();
        listeners.add(new Listener(
                Protocol.TCP,
                new Endpoint(bind, port),
                scope,
                takesIpv4,
                null,
                process,
                "docker-proxy".equals(process),
                null));
        return this;
    }

    /** The end on the host of a port that podman publishes for the container with this name and identifier. */
    public Sides keepsForPodman(String address, int port, String name, String id) {
        IpAddress bind = IpAddress.parse(address).orElseThrow();
        listeners.add(new Listener(
                Protocol.TCP,
                new Endpoint(bind, port),
                bind.isUnspecified() ? BindScope.ALL : BindScope.LOOPBACK,
                bind.family() == IpFamily.IPV4,
                null,
                "conmon",
                true,
                new ForwardTarget.NameOfContainer(name, id)));
        return this;
    }

    public Sides names(String name, String... addresses) {
        names.put(name, List.of(addresses));
        return this;
    }

    public Sides sharing(String word) {
        loopback = word;
        return this;
    }

    public Sides withoutListeners() {
        listeners = null;
        return this;
    }

    public Sides withoutHosts() {
        names = null;
        return this;
    }

    public Side build() {
        return new Side(
                id,
                kind,
                name,
                Instant.EPOCH,
                "It is made up.",
                null,
                new Place(
                        null,
                        null,
                        container,
                        id,
                        kind == Kind.PEER ? name : "machine",
                        loopback == null ? null : new LoopbackMark(loopback, loopback),
                        List.of()),
                Known.of(new Network(links, 65536, gateways, null)),
                listeners == null ? Known.not("Closed.") : Known.of(listeners),
                0,
                names == null ? Known.not("Closed.") : Known.of(new HostsNames("/etc/hosts", names, true)),
                Known.not("Nobody tries there."),
                Known.not("Nobody measures there."));
    }
}
