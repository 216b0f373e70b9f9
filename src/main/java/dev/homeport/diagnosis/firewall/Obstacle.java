package dev.homeport.diagnosis.firewall;

import dev.homeport.net.IpFamily;
import dev.homeport.platform.HostileText;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule that keeps a packet from where it was sent, or a chain whose policy does.
 *
 * @param base the chain through which the packet came to it
 * @param chain that the rule stands in
 * @param rule null where the chain's policy decides
 * @param isCertain whether it is known to decide; else something before it, or in it, could not be judged
 */
public record Obstacle(
        Chain.Id base,
        Hook hook,
        Chain.Id chain,
        @Nullable Rule rule,
        Verdict verdict,
        Packet packet,
        boolean isCertain) {

    /** Those of iptables(8), which does not take rules that nft(8) has put among its own. */
    private static final Set<String> OF_IPTABLES = Set.of("filter", "nat", "mangle", "raw", "security");

    private static final Set<String> CHAINS_OF_IPTABLES =
            Set.of("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_/.-]{0,63}");

    /** Whether it is the same rule, or policy. */
    boolean isAs(Obstacle other) {
        Long handle = rule == null ? null : rule.handle();
        return chain.equals(other.chain)
                && Objects.equals(handle, other.rule == null ? null : other.rule.handle())
                && packet.isReply() == other.packet.isReply();
    }

    /** Which packet it is in the way of. */
    public Phase phase() {
        return packet.phase();
    }

    /** What becomes of the packet. */
    public Verdict.Kind kind() {
        return verdict.kind();
    }

    /** {@code table inet filter, chain input, handle 4, “blocks the old port”}. */
    public String place() {
        String where = "table " + chain.family().text() + " " + HostileText.clean(chain.table()) + ", chain "
                + HostileText.clean(chain.chain());
        if (rule == null) {
            return where + ", its policy";
        }
        return where + ", handle " + rule.handle() + (rule.comment() == null ? "" : ", “" + rule.comment() + "”");
    }

    /**
     * The command that lets this one port through at loopback, before the rule comes to decide; empty where a name of it
     * does not fit into a command. No rule is taken out (DOMAIN R5.45).
     */
    public Optional<String> acceptance() {
        boolean isPlain = PLAIN.matcher(base.table()).matches()
                && PLAIN.matcher(base.chain()).matches();
        String port = Integer.toString(packet.port());
        if (isOfIptables()) {
            String program = base.family().has(IpFamily.IPV4) ? "iptables" : "ip6tables";
            String table = base.table().equals("filter") ? "" : " -t " + base.table();
            return Optional.of(
                    "sudo " + program + table + " -I " + base.chain() + " 1 " + (hook.isInward() ? "-i" : "-o")
                            + " lo -p tcp " + (packet.isReply() ? "--sport " : "--dport ") + port + " -j ACCEPT");
        }
        return isPlain
                ? Optional.of("sudo nft insert rule " + base.family().text() + " " + base.table() + " " + base.chain()
                        + (hook.isInward() ? " iifname" : " oifname") + " lo tcp "
                        + (packet.isReply() ? "sport " : "dport ") + port + " accept")
                : Optional.empty();
    }

    private boolean isOfIptables() {
        return base.family() != Family.INET
                && OF_IPTABLES.contains(base.table())
                && CHAINS_OF_IPTABLES.contains(base.chain());
    }

    /** The command that shows the chain that it stands in. */
    public String show() {
        boolean isPlain = PLAIN.matcher(chain.table()).matches()
                && PLAIN.matcher(chain.chain()).matches();
        return isPlain
                ? "sudo nft -a list chain " + chain.family().text() + " " + chain.table() + " " + chain.chain()
                : "sudo nft -a list ruleset";
    }
}
