package dev.homeport.interfaces;

import dev.homeport.interfaces.source.AddressMark;
import dev.homeport.interfaces.source.AddressRow;
import dev.homeport.interfaces.source.InterfaceTable;
import dev.homeport.interfaces.source.LinkRow;
import dev.homeport.interfaces.source.LinkState;
import dev.homeport.interfaces.source.Route;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.platform.OsFamily;
import dev.homeport.reading.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Saved readings of interfaces, built row by row as the kernel gives them. */
public final class Fixtures {

    public static final Instant TAKEN_AT = Instant.parse("2026-01-01T12:00:00Z");

    private final List<LinkRow> links = new ArrayList<>();
    private final List<AddressRow> addresses = new ArrayList<>();
    private final List<Route> local = new ArrayList<>();
    private final List<Route> main = new ArrayList<>();
    private final List<Setting> settings = new ArrayList<>();
    private OsFamily osFamily = OsFamily.LINUX;
    private boolean knowsLocalRoutes = true;
    private NameServers dns = NameServers.of(List.of("192.168.1.1"));

    /** A machine with loopback as it should be, and nothing else. */
    public static Fixtures loopback() {
        Fixtures fixtures = new Fixtures();
        fixtures.link(1, "lo", null).address("127.0.0.1", 8).address("::1", 128);
        fixtures.local.add(route(true, Route.Type.LOCAL, "127.0.0.0", 8, null, "lo"));
        fixtures.local.add(route(true, Route.Type.BROADCAST, "127.255.255.255", 32, null, "lo"));
        return fixtures;
    }

    /** A developer's machine: a cable to a router, Docker, and a VPN. */
    public static Fixtures developersMachine() {
        return loopback()
                .link(2, "eth0", null)
                .address("192.168.1.5", 24)
                .address("2001:db8::5", 64)
                .address("fe80::5", 64)
                .gateway("192.168.1.1", "eth0")
                .link(3, "docker0", "bridge")
                .address("172.17.0.1", 16)
                .link(4, "wg0", "wireguard")
                .address("10.8.0.2", 24);
    }

    /** Adds an interface that is on; the addresses that follow are its own. */
    public Fixtures link(int index, String name, @Nullable String driver) {
        boolean isLoopback = name.equals("lo");
        links.add(new LinkRow(
                index,
                name,
                isLoopback,
                true,
                isLoopback || driver != null ? LinkState.UNKNOWN : LinkState.UP,
                isLoopback ? 65_536 : 1500,
                isLoopback ? null : "02:00:00:00:00:0" + index,
                driver,
                null,
                "noqueue"));
        return this;
    }

    public Fixtures address(String address, int prefix, AddressMark... marks) {
        LinkRow link = links.get(links.size() - 1);
        IpAddress ip = ip(address);
        addresses.add(new AddressRow(link.index(), ip, prefix, null, Set.of(marks)));
        local.add(route(true, Route.Type.LOCAL, address, ip.family() == IpFamily.IPV4 ? 32 : 128, null, link.name()));
        return this;
    }

    public Fixtures gateway(String gateway, String device) {
        main.add(route(false, Route.Type.UNICAST, "0.0.0.0", 0, gateway, device));
        return this;
    }

    public Fixtures localRoute(Route.Type type, String destination, int prefix, @Nullable String device) {
        local.add(route(true, type, destination, prefix, null, device));
        return this;
    }

    public Fixtures withoutLocalRoutes(Predicate<Route> which) {
        local.removeIf(which);
        return this;
    }

    public Fixtures withoutAddress(String address) {
        addresses.removeIf(row -> row.address().equals(ip(address)));
        return withoutLocalRoutes(route -> route.destination().equals(ip(address)));
    }

    /** As a source that does not know the local table. */
    public Fixtures notKnowingLocalRoutes() {
        knowsLocalRoutes = false;
        return this;
    }

    public Fixtures on(OsFamily os) {
        osFamily = os;
        return this;
    }

    /** Replaces the last interface. */
    public Fixtures changed(boolean isUp, LinkState state, @Nullable Integer mtu, @Nullable String queueing) {
        LinkRow link = links.remove(links.size() - 1);
        links.add(new LinkRow(
                link.index(),
                link.name(),
                link.isLoopback(),
                isUp,
                state,
                mtu,
                link.mac(),
                link.driver(),
                null,
                queueing));
        return this;
    }

    public Fixtures setting(String name, String value) {
        settings.add(new Setting(name, value, null));
        return this;
    }

    Fixtures dns(NameServers known) {
        dns = known;
        return this;
    }

    public Interfaces build() {
        InterfaceTable table =
                new InterfaceTable("rtnetlink", links, addresses, knowsLocalRoutes ? local : null, main, List.of());
        try {
            Interfaces made =
                    new InterfacesCollector(() -> table, osFamily, names -> KernelSettings.NONE, () -> dns).collect();
            return new Interfaces(
                    made.osFamily(),
                    made.source(),
                    made.interfaces(),
                    made.localRoutes(),
                    made.routes(),
                    made.gateways(),
                    made.dns(),
                    new KernelSettings(settings),
                    made.limits());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Reading<Interfaces> reading() {
        return new Reading.Fresh<>(build(), TAKEN_AT, Duration.ofMillis(1));
    }

    private static Route route(
            boolean isLocal,
            Route.Type type,
            String destination,
            int prefix,
            @Nullable String gateway,
            @Nullable String device) {
        return new Route(isLocal, type, ip(destination), prefix, gateway == null ? null : ip(gateway), device, null);
    }

    private static IpAddress ip(String literal) {
        return IpAddress.parse(literal).orElseThrow();
    }
}
