package dev.homeport.diagnosis.firewall;

import dev.homeport.platform.HostileText;
import dev.homeport.platform.kernel.NetlinkMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads chains, rules and elements of sets from nftables' messages ({@code linux/netfilter/nf_tables.h}). Pure. */
final class RulesetParser {

    private static final int LONGEST_COMMENT = 128;

    /** {@code NFT_TABLE_F_DORMANT}, {@code NFT_SET_INTERVAL}, {@code NFT_SET_ELEM_INTERVAL_END} and {@code …_CATCHALL}. */
    private static final int TABLE_DORMANT = 1;

    private static final int SET_INTERVAL = 4;
    private static final int ELEMENT_ENDS = 1;
    private static final int ELEMENT_FOR_ALL = 2;

    private RulesetParser() {}

    /** Those that are switched off: no chain of theirs is asked. */
    static Set<Chain.Id> dormant(ByteBuffer messages) {
        Set<Chain.Id> dormant = new HashSet<>();
        each(messages, NftRequest.NEW_TABLE, (family, table) -> {
            if ((table.number(2) & TABLE_DORMANT) != 0) {
                dormant.add(new Chain.Id(family, table.text(1), ""));
            }
        });
        return dormant;
    }

    /** Without their elements. */
    static Map<Chain.Id, NftSet> sets(ByteBuffer messages) {
        Map<Chain.Id, NftSet> sets = new LinkedHashMap<>();
        each(
                messages,
                NftRequest.NEW_SET,
                (family, set) -> sets.put(
                        new Chain.Id(family, set.text(1), set.text(2)),
                        new NftSet((set.number(3) & SET_INTERVAL) != 0, set.number(5), List.of())));
        return sets;
    }

    /** Without their rules. */
    static Map<Chain.Id, Chain> chains(ByteBuffer messages) {
        Map<Chain.Id, Chain> chains = new LinkedHashMap<>();
        each(messages, NftRequest.NEW_CHAIN, (family, chain) -> {
            Chain.Id id = new Chain.Id(family, chain.text(1), chain.text(3));
            chains.put(id, new Chain(id, base(chain).orElse(null), List.of()));
        });
        return chains;
    }

    private static Optional<Chain.Base> base(NftValue chain) {
        NftValue hook = chain.nested(4);
        return chain.has(4)
                ? Hook.ofLinux(hook.number(1))
                        .map(at -> new Chain.Base(
                                at,
                                hook.number(2),
                                chain.text(7).equals("nat"),
                                Verdict.ofLinux(chain.number(5, 1), null)))
                : Optional.empty();
    }

    /** Rules by their chains, in their order. */
    static Map<Chain.Id, List<Rule>> rules(ByteBuffer messages) {
        Map<Chain.Id, List<Rule>> rules = new LinkedHashMap<>();
        each(
                messages,
                NftRequest.NEW_RULE,
                (family, rule) -> rules.computeIfAbsent(
                                new Chain.Id(family, rule.text(1), rule.text(2)), id -> new ArrayList<>())
                        .add(new Rule(rule.wide(3), expressions(rule), comment(rule.bytes(7)))));
        return rules;
    }

    private static List<Expression> expressions(NftValue rule) {
        return list(rule, 4).stream()
                .map(step -> ExpressionParser.parse(step.text(1), step.nested(2)))
                .toList();
    }

    /** Values of one type and length byte each; type 0 is a comment. */
    private static @Nullable String comment(byte[] userData) {
        int start = 0;
        while (start + 2 <= userData.length) {
            int length = Math.min(Byte.toUnsignedInt(userData[start + 1]), userData.length - start - 2);
            if (userData[start] == 0 && length > 1) {
                String text = new String(userData, start + 2, length - 1, StandardCharsets.UTF_8);
                return HostileText.cut(HostileText.clean(text), LONGEST_COMMENT);
            }
            start += 2 + length;
        }
        return null;
    }

    static List<Element> elements(ByteBuffer messages) {
        List<Element> elements = new ArrayList<>();
        each(
                messages,
                NftRequest.NEW_ELEMENTS,
                (family, part) -> list(part, 3)
                        .forEach(element -> elements.add(new Element(
                                element.data(1),
                                element.has(10) ? element.data(10) : null,
                                (element.number(3) & ELEMENT_ENDS) != 0,
                                (element.number(3) & ELEMENT_FOR_ALL) != 0,
                                element.verdict(2)))));
        return elements;
    }

    private static List<NftValue> list(NftValue of, int type) {
        ByteBuffer value = of.attributes().get(type);
        return value == null
                ? List.of()
                : NetlinkMessage.list(value).stream().map(NftValue::nested).toList();
    }

    private static void each(ByteBuffer messages, int type, BiConsumer<Family, NftValue> consumer) {
        NetlinkMessage.forEach(messages, message -> {
            if (message.type() == type && message.payload().limit() >= NftRequest.FIXED_PART) {
                Family.ofLinux(message.payload().get(0))
                        .ifPresent(family ->
                                consumer.accept(family, new NftValue(message.attributes(NftRequest.FIXED_PART))));
            }
        });
    }
}
