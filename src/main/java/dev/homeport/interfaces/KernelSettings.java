package dev.homeport.interfaces;

import dev.homeport.net.LoopbackInterface;
import dev.homeport.platform.NamespaceRoot;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The settings of the kernel that change what an address means ({@code /proc/sys/net}, always those of this process' own
 * network namespace, DOMAIN R2.53).
 */
public record KernelSettings(List<Setting> all) {

    /** Nothing is known: another system than Linux, or another namespace. */
    static final KernelSettings NONE = new KernelSettings(List.of());

    /** IPv6 switched off for all interfaces; what is switched off for {@code lo} alone has the same effect on ::1. */
    static final String DISABLE_IPV6_ALL = "net.ipv6.conf.all.disable_ipv6";

    static final String DISABLE_IPV6_LO = "net.ipv6.conf.lo.disable_ipv6";

    /** Whether a new socket on [::] leaves IPv4 to others, unless its program says otherwise (R1.20, R1.24). */
    static final String BINDV6ONLY = "net.ipv6.bindv6only";

    /** Whether programs may bind addresses that this machine has not (R1.36). */
    static final String NONLOCAL_BIND_4 = "net.ipv4.ip_nonlocal_bind";

    static final String NONLOCAL_BIND_6 = "net.ipv6.ip_nonlocal_bind";

    private static final String ROUTE_LOCALNET = "net.ipv4.conf.%s.route_localnet";
    private static final List<String> FIXED =
            List.of(DISABLE_IPV6_ALL, DISABLE_IPV6_LO, BINDV6ONLY, NONLOCAL_BIND_4, NONLOCAL_BIND_6);

    public KernelSettings {
        all = List.copyOf(all);
    }

    /** The settings now; {@code route_localnet} of each of {@code interfaces} that is not the default. */
    static KernelSettings read(NamespaceRoot root, Collection<String> interfaces) {
        List<Setting> settings = new ArrayList<>();
        FIXED.forEach(name -> settings.add(setting(root, name, name.replace('.', '/'))));
        settings.add(routeLocalnet(root, "all"));
        interfaces.stream()
                .map(name -> routeLocalnet(root, name))
                .filter(Setting::isOn)
                .forEach(settings::add);
        return new KernelSettings(settings);
    }

    private static Setting routeLocalnet(NamespaceRoot root, String name) {
        return setting(root, ROUTE_LOCALNET.formatted(name), "net/ipv4/conf/" + name + "/route_localnet");
    }

    private static Setting setting(NamespaceRoot root, String name, String path) {
        try {
            return new Setting(name, root.setting(path), null);
        } catch (NoSuchFileException | FileNotFoundException e) {
            return new Setting(
                    name,
                    null,
                    Files.isDirectory(root.proc().resolve("sys"))
                            ? "this kernel, or this namespace, has no such setting"
                            : "there are no settings to read in " + root.proc());
        } catch (IOException e) {
            return new Setting(name, null, String.valueOf(e.getMessage()));
        }
    }

    Optional<Setting> named(String name) {
        return all.stream().filter(setting -> setting.name().equals(name)).findFirst();
    }

    boolean isOn(String name) {
        return named(name).map(Setting::isOn).orElse(false);
    }

    /**
     * The settings that let neighbours reach what is bound to 127.0.0.0/8: {@code route_localnet} of {@code all} or of any
     * interface but loopback (R1.33).
     */
    public List<Setting> exposingLoopback() {
        return all.stream()
                .filter(setting -> setting.name().endsWith(".route_localnet") && setting.isOn())
                .filter(setting -> !setting.name().equals(ROUTE_LOCALNET.formatted(LoopbackInterface.NAME)))
                .toList();
    }
}
