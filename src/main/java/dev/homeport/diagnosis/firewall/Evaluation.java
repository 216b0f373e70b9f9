package dev.homeport.diagnosis.firewall;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One rule and one packet. */
final class Evaluation {

    private final Packet packet;
    private final Chain.Base base;
    private final Function<String, @Nullable NftSet> sets;
    private final Registers registers = new Registers();
    private boolean isCertain = true;
    private @Nullable Verdict verdict;

    /**
     * @param base the chain that the rule stands in, or from which it was reached
     * @param sets of the rule's table by name, null for one that is not known
     */
    Evaluation(Packet packet, Chain.Base base, Function<String, @Nullable NftSet> sets) {
        this.packet = packet;
        this.base = base;
        this.sets = sets;
    }

    /** What the rule decides: {@link Verdict.Kind#CONTINUE} where it does not hold. */
    Verdict of(Rule rule) {
        for (Expression step : rule.expressions()) {
            Truth truth = step.in(this);
            if (truth == Truth.NO) {
                return Verdict.of(Verdict.Kind.CONTINUE);
            }
            isCertain &= truth == Truth.YES;
            if (verdict != null) {
                return verdict;
            }
        }
        return Verdict.of(Verdict.Kind.CONTINUE);
    }

    /** Whether all that the rule looked at is known. */
    boolean isCertain() {
        return isCertain;
    }

    void decide(Verdict decided) {
        verdict = decided;
    }

    Packet packet() {
        return packet;
    }

    Chain.Base base() {
        return base;
    }

    Registers registers() {
        return registers;
    }

    @Nullable
    NftSet set(String name) {
        return sets.apply(name);
    }
}
