package dev.homeport.interfaces;

import dev.homeport.platform.HostileText;
import java.util.Arrays;
import java.util.List;
import oshi.software.os.NetworkParams;

/**
 * The name servers through OSHI, where there is no {@link ResolverFile} to be relied on. It says of a system that could not
 * be asked what it says of one that has none.
 */
final class OshiNameServers {

    private OshiNameServers() {}

    static NameServers of(NetworkParams network) {
        List<String> servers =
                Arrays.stream(network.getDnsServers()).map(HostileText::clean).toList();
        return servers.isEmpty()
                ? NameServers.unknown(
                        "None is configured, or the system does not tell.",
                        "Ask it: scutil --dns (macOS), Get-DnsClientServerAddress (PowerShell)")
                : NameServers.of(servers);
    }
}
