package dev.homeport.diagnosis.firewall;

import dev.homeport.diagnosis.firewall.Expression.Comparison;
import dev.homeport.diagnosis.firewall.Expression.Constant;
import dev.homeport.diagnosis.firewall.Expression.Decision;
import dev.homeport.diagnosis.firewall.Expression.Load;
import dev.homeport.diagnosis.firewall.Expression.Mask;
import dev.homeport.diagnosis.firewall.Expression.Membership;
import dev.homeport.diagnosis.firewall.Expression.Operator;
import dev.homeport.diagnosis.firewall.Expression.Range;
import dev.homeport.diagnosis.firewall.Expression.Remark;
import dev.homeport.diagnosis.firewall.Expression.Unknown;
import java.util.Set;

/** Reads the steps of a rule: a name, and attributes of its own each ({@code linux/netfilter/nf_tables.h}). */
final class ExpressionParser {

    /** {@code NFTA_PAYLOAD_SREG}: it writes into the packet. */
    private static final int PAYLOAD_SOURCE = 5;

    private static final int DNAT = 1;

    /** NFT_OBJECT_COUNTER, …_CT_HELPER, …_CT_TIMEOUT, …_SECMARK and …_CT_EXPECT: those that decide nothing. */
    private static final Set<Integer> REMARKS = Set.of(1, 3, 7, 8, 9);

    private ExpressionParser() {}

    static Expression parse(String name, NftValue of) {
        return switch (name) {
            case "payload" -> of.has(PAYLOAD_SOURCE) ? new Unknown() : new Load(register(of, 1), payload(of));
            case "meta" -> of.has(3) ? new Remark() : new Load(register(of, 1), meta(of.number(2)));
            case "ct" ->
                of.has(4)
                        ? new Remark()
                        : new Load(
                                register(of, 1),
                                of.number(2) == 0 ? Field.Known.CONNECTION_STATE : Field.Known.UNKNOWN);
            case "fib" -> new Load(register(of, 1), fib(of.number(2), of.number(3)));
            case "cmp" -> comparison(of);
            case "range" -> new Range(register(of, 1), of.number(2) == 1, of.data(3), of.data(4));
            case "bitwise" -> of.number(6) == 0 ? mask(of) : new Load(register(of, 2), Field.Known.UNKNOWN);
            case "lookup" -> new Membership(register(of, 2), of.text(1), (of.number(5) & 1) != 0, of.has(3));
            case "immediate" -> immediate(of);
            case "reject" -> new Decision(Verdict.of(Verdict.Kind.REJECT));
            case "redir", "tproxy" -> new Decision(Verdict.of(Verdict.Kind.REDIRECT));
            case "nat" -> of.number(1) == DNAT ? new Decision(Verdict.of(Verdict.Kind.REDIRECT)) : new Remark();
            case "queue" -> new Decision(Verdict.of(Verdict.Kind.QUEUE));
            case "counter", "log", "masq", "notrack", "last", "flow_offload" -> new Remark();
            case "objref" -> REMARKS.contains(of.number(1)) ? new Remark() : new Unknown();
            case "dynset" -> of.has(7) || of.has(10) ? new Unknown() : new Remark();
            case "exthdr", "rt", "numgen", "osf", "xfrm" -> new Load(register(of, 1), Field.Known.UNKNOWN);
            case "byteorder", "socket", "hash", "tunnel" -> new Load(register(of, 2), Field.Known.UNKNOWN);
            case "target" -> target(of.text(1));
            case "match" -> of.text(1).equals("comment") ? new Remark() : new Unknown();
            default -> new Unknown();
        };
    }

    /** Numbers 1 to 4 are those of 16 bytes, from 8 on those of 4: all are counted in fours here, the verdict's first. */
    private static int register(NftValue of, int type) {
        int number = of.number(type);
        return number >= 8 ? number - 4 : number * 4;
    }

    private static Field payload(NftValue of) {
        Field.Base base = switch (of.number(2)) {
            case 1 -> Field.Base.NETWORK;
            case 2 -> Field.Base.TRANSPORT;
            default -> Field.Base.OTHER;
        };
        return new Field.Payload(base, of.number(3), of.number(4));
    }

    private static Field meta(int key) {
        return switch (key) {
            case 1 -> Field.Known.PROTOCOL;
            case 4 -> Field.Known.INPUT_INDEX;
            case 5 -> Field.Known.OUTPUT_INDEX;
            case 6 -> Field.Known.INPUT_NAME;
            case 7 -> Field.Known.OUTPUT_NAME;
            case 15 -> Field.Known.FAMILY;
            case 16 -> Field.Known.TRANSPORT_PROTOCOL;
            default -> Field.Known.UNKNOWN;
        };
    }

    /** {@code NFT_FIB_RESULT_ADDRTYPE} of {@code NFTA_FIB_F_SADDR} or {@code …_DADDR}, whatever the interface. */
    private static Field fib(int result, int flags) {
        return result == 3 && (flags == 1 || flags == 2) ? Field.Known.ADDRESS_TYPE : Field.Known.UNKNOWN;
    }

    private static Expression comparison(NftValue of) {
        int operator = of.number(2);
        return operator >= 0 && operator < Operator.values().length
                ? new Comparison(register(of, 1), Operator.values()[operator], of.data(3))
                : new Unknown();
    }

    private static Expression mask(NftValue of) {
        return new Mask(register(of, 1), register(of, 2), of.data(4), of.data(5));
    }

    private static Expression immediate(NftValue of) {
        Verdict verdict = of.verdict(2);
        return verdict == null ? new Constant(register(of, 1), of.data(2)) : new Decision(verdict);
    }

    /** What iptables-nft leaves to modules of iptables. */
    private static Expression target(String name) {
        return switch (name) {
            case "REJECT" -> new Decision(Verdict.of(Verdict.Kind.REJECT));
            case "DROP" -> new Decision(Verdict.of(Verdict.Kind.DROP));
            case "REDIRECT", "DNAT", "TPROXY", "NETMAP" -> new Decision(Verdict.of(Verdict.Kind.REDIRECT));
            case "NFQUEUE" -> new Decision(Verdict.of(Verdict.Kind.QUEUE));
            default -> new Remark();
        };
    }
}
