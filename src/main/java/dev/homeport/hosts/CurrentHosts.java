package dev.homeport.hosts;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.elsewhere.EachNamespace;
import dev.homeport.answer.elsewhere.Elsewhere;
import dev.homeport.answer.elsewhere.Seen;
import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.lint.HostsFinding;
import dev.homeport.hosts.lint.Lint;
import dev.homeport.hosts.lint.PortsInUse;
import dev.homeport.hosts.resolver.OwnSources;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.hosts.source.HostsPath;
import dev.homeport.platform.SourceAddress;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import dev.homeport.reading.Snapshots;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The hosts file as it is now, judged anew when it, or what it is judged by, has changed. */
@Component
public class CurrentHosts {

    private static final int MOST_EVIDENCE = 3;

    private static final Snapshot<PortsInUse> NOBODY_KNOWS =
            new Snapshot<>("sockets", new Reading.Missing<>("Nothing here knows which ports are in use."), "none");

    private final CachedCollector<Hosts> collector;
    private final EachNamespace<Hosts> namespaces;
    private final HostsPath path;
    private final Supplier<Snapshot<PortsInUse>> ports;
    private final Judgements own = new Judgements(hosts -> SourceAddress::towards);

    /** Which ports are in use there is not asked, and the kernel's routes there cannot be. */
    private final Judgements elsewhere =
            new Judgements(hosts -> new OwnSources(hosts.settings().own()));

    CurrentHosts(
            CachedCollector<Hosts> hostsCollector,
            ObjectProvider<Elsewhere<Hosts>> others,
            HostsPath path,
            ObjectProvider<Supplier<Snapshot<PortsInUse>>> ports) {
        this.collector = hostsCollector;
        this.namespaces = new EachNamespace<>(hostsCollector::snapshot, others);
        this.path = path;
        this.ports = ports.getIfAvailable(() -> () -> NOBODY_KNOWS);
    }

    /** Homeport's own. */
    SeenHosts own() {
        return judged(namespaces.own());
    }

    public Snapshot<Hosts> snapshot() {
        return collector.snapshot();
    }

    /** What its findings follow from. */
    public Snapshots snapshots() {
        return Snapshots.of(snapshot(), ports.get());
    }

    /** The file that is looked for, whether it is there or not. */
    public String path() {
        return path.shown();
    }

    /** Empty while no hosts file has ever been read. */
    public Optional<JudgedHosts> judged(Reading<Hosts> reading) {
        return judged(reading, ports.get());
    }

    private Optional<JudgedHosts> judged(Reading<Hosts> reading, Snapshot<PortsInUse> inUse) {
        PortsInUse known = inUse.reading().latest().orElse(PortsInUse.UNKNOWN);
        return reading.latest().map(hosts -> own.of(hosts, known));
    }

    /**
     * The file of the network namespace that is asked for.
     *
     * @param parameters see {@link EachNamespace#in}
     * @throws BadParameter when it is not in sight
     */
    SeenHosts in(MultiValueMap<String, String> parameters) {
        return judged(namespaces.in(parameters));
    }

    /** The same for a page: of what is not in sight, nothing is known. */
    SeenHosts in(MultiValueMap<String, String> parameters, HttpServletResponse response) {
        return judged(namespaces.in(parameters, response));
    }

    private SeenHosts judged(Seen<Hosts> seen) {
        if (!seen.isElsewhere()) {
            Snapshot<PortsInUse> inUse = ports.get();
            Optional<JudgedHosts> judged = judged(seen.reading(), inUse);
            return new SeenHosts(
                    seen, path(), judged, findings(seen.reading(), judged), Snapshots.of(seen.snapshot(), inUse));
        }
        Optional<JudgedHosts> judged = seen.reading().latest().map(hosts -> elsewhere.of(hosts, PortsInUse.UNKNOWN));
        return new SeenHosts(
                seen,
                judged.map(known -> known.hosts().path()).orElse(HostsPath.UNIX),
                judged,
                judged.map(JudgedHosts::findings).orElse(List.of()).stream()
                        .map(HostsFinding::elsewhere)
                        .toList(),
                Snapshots.of(seen.snapshot()));
    }

    /** What is to be said of the reading: of the file, and of one that could not be read. */
    public List<HostsFinding> findings(Reading<Hosts> reading) {
        return findings(reading, judged(reading));
    }

    private List<HostsFinding> findings(Reading<Hosts> reading, Optional<JudgedHosts> judged) {
        List<HostsFinding> unread = reading.whyNotFresh()
                .map(reason -> Lint.ofUnread(path(), reason))
                .orElse(List.of());
        List<HostsFinding> ofFile = judged.map(JudgedHosts::findings).orElse(List.of());
        return Stream.concat(unread.stream(), ofFile.stream()).toList();
    }

    /** Those of its findings that are wanted, for where the findings of all rooms stand together. */
    public List<Finding> findingsForAll(Predicate<HostsFinding> wanted) {
        Reading<Hosts> reading = snapshot().reading();
        Optional<HostsFile> file = reading.latest().map(Hosts::file);
        return findings(reading).stream()
                .filter(wanted)
                .map(finding -> finding(finding, file))
                .toList();
    }

    private Finding finding(HostsFinding finding, Optional<HostsFile> file) {
        return new Finding(
                finding.id(),
                finding.severity(),
                path() + ", " + finding.where(),
                finding.message(),
                finding.why(),
                file.map(read -> evidence(finding, read)).orElse(List.of()),
                finding.fix(),
                finding.lines().isEmpty()
                        ? "/hosts"
                        : HostsState.at(finding.lines().get(0)));
    }

    private List<Evidence> evidence(HostsFinding finding, HostsFile file) {
        return finding.lines().stream()
                .limit(MOST_EVIDENCE)
                .map(number -> new Evidence(file.line(number).text(), path() + ":" + number))
                .toList();
    }
}
