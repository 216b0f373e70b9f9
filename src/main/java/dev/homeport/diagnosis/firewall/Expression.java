package dev.homeport.diagnosis.firewall;

import java.util.Arrays;
import java.util.Optional;

/**
 * A step of a rule ({@code linux/netfilter/nf_tables.h}): steps pass values to each other in registers of 4 bytes, and the
 * first that does not hold ends the rule.
 */
sealed interface Expression {

    /** Does what it does, and says whether it holds. */
    Truth in(Evaluation evaluation);

    /** Puts what a packet has into registers. */
    record Load(int register, Field field) implements Expression {
        @Override
        public Truth in(Evaluation evaluation) {
            evaluation.registers().write(register, evaluation.packet().value(field, evaluation.base()));
            return Truth.YES;
        }
    }

    /** Puts a constant into registers. */
    record Constant(int register, byte[] value) implements Expression {
        @Override
        public Truth in(Evaluation evaluation) {
            evaluation.registers().write(register, Value.of(value));
            return Truth.YES;
        }
    }

    /** Holds if the registers compare so with a value. */
    record Comparison(int register, Operator operator, byte[] value) implements Expression {
        @Override
        public Truth in(Evaluation evaluation) {
            return Truth.of(evaluation
                    .registers()
                    .read(register, value.length)
                    .map(bytes -> operator.holds(Arrays.compareUnsigned(bytes, value))));
        }
    }

    /** In the order of {@code enum nft_cmp_ops}. */
    enum Operator {
        EQUAL,
        NOT_EQUAL,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST;

        boolean holds(int compared) {
            return switch (this) {
                case EQUAL -> compared == 0;
                case NOT_EQUAL -> compared != 0;
                case LESS -> compared < 0;
                case AT_MOST -> compared <= 0;
                case GREATER -> compared > 0;
                case AT_LEAST -> compared >= 0;
            };
        }
    }

    /** Holds if the registers are from {@code first} to {@code last}, or are not. */
    record Range(int register, boolean isInverted, byte[] first, byte[] last) implements Expression {
        @Override
        public Truth in(Evaluation evaluation) {
            return Truth.of(evaluation
                    .registers()
                    .read(register, first.length)
                    .map(bytes -> Bytes.isBetween(bytes, first, last) != isInverted));
        }
    }

    /** Puts {@code (value & mask) ^ flip} into registers. */
    record Mask(int from, int to, byte[] mask, byte[] flip) implements Expression {
        @Override
        public Truth in(Evaluation evaluation) {
            Optional<byte[]> value = evaluation.registers().read(from, mask.length);
            evaluation
                    .registers()
                    .write(
                            to,
                            value.map(bytes -> Value.of(Bytes.masked(bytes, mask, flip)))
                                    .orElse(Value.UNKNOWN));
            return Truth.YES;
        }
    }

    /**
     * Holds if the registers are in a set, or are not.
     *
     * @param isMap whether what is found there decides
     */
    record Membership(int register, String set, boolean isInverted, boolean isMap) implements Expression {
        @Override
        public Truth in(Evaluation evaluation) {
            NftSet elements = evaluation.set(set);
            if (elements == null) {
                return Truth.UNKNOWN;
            }
            Optional<byte[]> value = evaluation.registers().read(register, elements.keyLength());
            if (value.filter(elements::isUndecided).isPresent()) {
                return Truth.UNKNOWN;
            }
            Optional<Element> found = value.flatMap(elements::find);
            if (isMap) {
                found.map(Element::verdict).ifPresent(evaluation::decide);
            }
            return Truth.of(value.map(known -> found.isPresent() != isInverted));
        }
    }

    /** Ends the rule with a verdict. */
    record Decision(Verdict verdict) implements Expression {
        @Override
        public Truth in(Evaluation evaluation) {
            evaluation.decide(verdict);
            return Truth.YES;
        }
    }

    /** Counts, writes a log: nothing that matters to the packet. */
    record Remark() implements Expression {
        @Override
        public Truth in(Evaluation evaluation) {
            return Truth.YES;
        }
    }

    /** Nobody here knows whether it holds. */
    record Unknown() implements Expression {
        @Override
        public Truth in(Evaluation evaluation) {
            return Truth.UNKNOWN;
        }
    }
}
