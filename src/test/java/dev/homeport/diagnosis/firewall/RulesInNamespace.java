package dev.homeport.diagnosis.firewall;

import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A program for a network namespace of its own: sets the rules of each case, reads them back, and prints {@code number |
 * what stands first in the way to 127.0.0.1:3000 | the same for [::1]:3000}.
 */
final class RulesInNamespace {

    private static final FirewallSource SOURCE =
            new FirewallSource(OsFamily.LINUX, NamespaceRoot.own(Path.of("/proc")));

    private RulesInNamespace() {}

    public static void main(String[] arguments) throws Exception {
        for (int i = 0; i < FirewallInNamespaceTests.CASES.size(); i++) {
            shell("nft flush ruleset");
            shell(FirewallInNamespaceTests.CASES.get(i).rules());
            System.out.println(i + " | " + first(IpAddress.IPV4_LOOPBACK) + " | " + first(IpAddress.IPV6_LOOPBACK));
        }
    }

    private static String first(IpAddress address) {
        Firewall firewall = SOURCE.read();
        List<Obstacle> obstacles = firewall.obstacles(new Endpoint(address, 3000));
        if (firewall.unread() != null) {
            return firewall.unread();
        }
        return obstacles.stream()
                .findFirst()
                .map(one -> one.kind().text() + (one.isCertain() ? " by " : " perhaps by ") + one.place())
                .orElse("nothing");
    }

    private static void shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-ec", command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(command + " ended with " + process.exitValue());
        }
    }
}
