package dev.homeport.hosts;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.lint.HostsFinding;
import dev.homeport.hosts.lint.Lint;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The hosts file as it is now, judged anew when it, or what it is judged by, has changed. */
@Component
public class CurrentHosts {

    private static final int MOST_EVIDENCE = 3;

    private final CachedCollector<Hosts> collector;
    private final HostsPath path;
    private final Supplier<PortsInUse> ports;

    private volatile @Nullable Judgement last;

    /** What a judgement was made from, and the judgement. */
    private record Judgement(Hosts hosts, PortsInUse ports, JudgedHosts judged) {}

    CurrentHosts(CachedCollector<Hosts> hostsCollector, HostsPath path, ObjectProvider<Supplier<PortsInUse>> ports) {
        this.collector = hostsCollector;
        this.path = path;
        this.ports = ports.getIfAvailable(() -> () -> PortsInUse.UNKNOWN);
    }

    public Snapshot<Hosts> snapshot() {
        return collector.snapshot();
    }

    /** The file that is looked for, whether it is there or not. */
    public String path() {
        return path.shown();
    }

    /** Empty while no hosts file has ever been read. */
    public Optional<JudgedHosts> judged(Reading<Hosts> reading) {
        return reading.latest().map(this::judge);
    }

    private JudgedHosts judge(Hosts hosts) {
        PortsInUse inUse = ports.get();
        Judgement known = last;
        if (known == null || !known.ports().equals(inUse) || !known.hosts().equals(hosts)) {
            known = new Judgement(hosts, inUse, JudgedHosts.of(hosts, inUse));
            last = known;
        }
        return known.judged();
    }

    /** What is to be said of the reading: of the file, and of one that could not be read. */
    public List<HostsFinding> findings(Reading<Hosts> reading) {
        List<HostsFinding> unread = reading.whyNotFresh()
                .map(reason -> Lint.ofUnread(path(), reason))
                .orElse(List.of());
        List<HostsFinding> ofFile = judged(reading).map(JudgedHosts::findings).orElse(List.of());
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
