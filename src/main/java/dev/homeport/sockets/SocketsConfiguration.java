package dev.homeport.sockets;

import dev.homeport.net.PortNames;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.UserNames;
import dev.homeport.platform.Vantage;
import dev.homeport.processes.KnownProcesses;
import dev.homeport.processes.OshiProcess;
import dev.homeport.processes.SocketHolders;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.ReadingProperties;
import dev.homeport.reading.Readings;
import dev.homeport.sockets.source.SocketSource;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import oshi.SystemInfo;
import oshi.software.os.OperatingSystem;

@Configuration(proxyBeanMethods = false)
class SocketsConfiguration {

    /** After the vantage: what is known of hidden owners belongs to the first reading already. */
    @Bean
    CachedCollector<ListeningSockets> socketsCollector(
            SocketSource source,
            SystemInfo system,
            OsFamily osFamily,
            NamespaceRoot root,
            CachedCollector<Vantage> vantageCollector,
            ReadingProperties pace,
            Readings readings) {
        OperatingSystem os = system.getOperatingSystem();
        UserNames users = new UserNames(Path.of("/etc/passwd"));
        var processes = new KnownProcesses(osFamily, root.proc(), users, new OshiProcess(os)::read);
        var owners = new SocketOwners(new SocketHolders(root.proc())::of, processes, users);
        var collector = new SocketsCollector(
                source,
                owners,
                PortNames.iana(),
                () -> Surroundings.read(root),
                () -> vantageCollector.snapshot().reading());
        return readings.keepAfter(vantageCollector, "sockets", collector, pace.lively());
    }
}
