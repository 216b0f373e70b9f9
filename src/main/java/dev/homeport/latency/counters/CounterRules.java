package dev.homeport.latency.counters;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Early warnings of counters that rise, and of the connections beside them (DOMAIN 7). Pure. */
public final class CounterRules {

    static final String PAGE = "/latency#counters-title";
    private static final String NSTAT = "nstat -az";

    private final KernelCounters now;

    private CounterRules(KernelCounters now) {
        this.now = now;
    }

    /** What they warn of. */
    public static List<Finding> findings(KernelCounters now) {
        CounterRules rules = new CounterRules(now);
        List<Finding> findings = new ArrayList<>(ConnectionRules.findings(now));
        Stream.of(rules.overflows(), rules.lostOnLoopback(), rules.udp(), rules.softnet(), rules.conntrack())
                .flatMap(Optional::stream)
                .forEach(findings::add);
        return findings;
    }

    private Evidence evidence(Counter counter) {
        Rise rise = now.of(counter).orElseThrow();
        return new Evidence(
                counter.names() + " +" + rise.lately() + " in the last ten minutes, now " + rise.total(), NSTAT);
    }

    private List<Evidence> risen(Counter... counters) {
        return Stream.of(counters)
                .filter(counter -> now.lately(counter) > 0)
                .map(this::evidence)
                .toList();
    }

    /** R7.2, R7.3. */
    private Optional<Finding> overflows() {
        List<Evidence> risen = risen(Counter.LISTEN_OVERFLOWS, Counter.LISTEN_DROPS, Counter.SYN_QUEUE_FULL);
        return risen.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        "listen-overflow",
                        Severity.WARNING,
                        "A server on this machine",
                        "A server did not accept connections in time: some were dropped.",
                        "The client hears nothing and tries again after 1, 3 and 7 seconds, so it hangs for as long, or "
                                + "times out. The kernel does not count by server: look for the fullest accept queue.",
                        risen,
                        Fix.note(
                                "See /sockets, the fullest queue first. A larger backlog helps against bursts (the lower one of "
                                        + "listen’s argument and net.core.somaxconn counts), against a slow server nothing but a "
                                        + "faster one; tcp_abort_on_overflow does not."),
                        "/sockets?sort=-queue"));
    }

    /** R7.4: on a machine that only talks to itself, whatever is sent again was lost on loopback. */
    private Optional<Finding> lostOnLoopback() {
        List<Evidence> risen = risen(Counter.SYN_RETRANSMISSIONS, Counter.TIMEOUTS);
        if (risen.isEmpty() || now.lately(Counter.OUTSIDE) > 0) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "loopback-retransmission",
                Severity.WARNING,
                "Loopback",
                "Packets were lost between programs of this machine.",
                "No other interface sent anything meanwhile, so what was sent again was lost on loopback: dropped by a "
                        + "firewall, or by a server whose accept queue is full.",
                risen,
                Fix.note(
                        "See whether accept queues overflow too; if not, look at the rules of the firewall: sudo nft list "
                                + "ruleset"),
                PAGE));
    }

    /** R7.5, R6.15. */
    private Optional<Finding> udp() {
        List<Evidence> risen = new ArrayList<>();
        Map<String, Long> byHolder = new TreeMap<>();
        now.losses()
                .forEach(loss ->
                        byHolder.merge(loss.holder() + ", UDP port " + loss.port(), loss.datagrams(), Long::sum));
        byHolder.forEach(
                (holder, lost) -> risen.add(new Evidence(holder + ": " + lost + " lost", "drops in /proc/net/udp")));
        risen.addAll(risen(Counter.UDP_FULL_BUFFERS, Counter.UDP_ERRORS));
        return risen.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        "udp-receive-errors",
                        Severity.WARNING,
                        byHolder.isEmpty() ? "UDP" : String.join("; ", byHolder.keySet()),
                        "Datagrams were lost because their receiver did not read them in time.",
                        "The sender saw no error: UDP does not tell, on loopback neither.",
                        risen,
                        new Fix(
                                "sudo sysctl -w net.core.rmem_max=8388608",
                                "lets programs ask for larger buffers (SO_RCVBUF); they have to ask for them"),
                        PAGE));
    }

    /** R7.18. */
    private Optional<Finding> softnet() {
        List<Evidence> risen = risen(Counter.SOFTNET_DROPS);
        return risen.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        "softnet-dropped",
                        Severity.WARNING,
                        "Loopback and all other interfaces",
                        "The kernel dropped packets before any protocol saw them.",
                        "More came than the processors took up. It is the one loss that loopback has of its own.",
                        risen,
                        new Fix(
                                "sudo sysctl -w net.core.netdev_max_backlog=4000",
                                "lets more of them wait, where the default is 1000"),
                        PAGE));
    }

    /** R7.15. */
    private Optional<Finding> conntrack() {
        Conntrack table = now.conntrack();
        return table == null
                ? Optional.empty()
                : Optional.of(new Finding(
                        "conntrack-full",
                        Severity.WARNING,
                        "Connection tracking",
                        "The firewall’s table of connections is nearly full.",
                        "When it is full, new connections are dropped, those of loopback too: TCP times out.",
                        List.of(new Evidence(
                                table.count() + " of " + table.max(), "sysctl net.netfilter.nf_conntrack_count")),
                        new Fix(
                                "sudo sysctl -w net.netfilter.nf_conntrack_max=" + 2 * table.max(),
                                "makes room for twice as many"),
                        PAGE));
    }
}
