package dev.homeport.diagnosis.firewall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Leads a packet over loopback through all chains, as the kernel does, and notes what stands in its way. Pure. */
final class Traversal {

    /** As deep as the kernel lets chains jump: NFT_JUMP_STACK_SIZE. */
    private static final int DEEPEST = 16;

    private static final int MOST_OBSTACLES = 5;

    /** Whether the rules behind it are asked. */
    private enum Course {
        ON,
        /** The hook's chain has decided. */
        ACCEPTED,
        /** It goes no further. */
        ENDED
    }

    private final Ruleset rules;
    private final Packet packet;
    private final Set<Chain.Id> opened;
    private final List<Obstacle> obstacles = new ArrayList<>();

    /** Something that could not be judged may have decided already. */
    private boolean isDoubtful;

    private Traversal(Ruleset rules, Packet packet, Set<Chain.Id> opened) {
        this.rules = rules;
        this.packet = packet;
        this.opened = opened;
    }

    /**
     * What keeps it from where it was sent; only the last one is certain, if any is.
     *
     * @param opened base chains that are taken as if they let it through
     */
    static List<Obstacle> of(Ruleset rules, Packet packet, Set<Chain.Id> opened) {
        Traversal traversal = new Traversal(rules, packet, opened);
        for (Hook hook : Hook.OF_LOOPBACK) {
            for (Chain chain : traversal.chainsAt(hook)) {
                if (chain.base() != null && traversal.base(chain, chain.base()) == Course.ENDED) {
                    return traversal.obstacles;
                }
            }
        }
        return traversal.obstacles;
    }

    /** Where a connection over loopback leads is decided once, when its first packet is sent. */
    private List<Chain> chainsAt(Hook hook) {
        return rules.chains().values().stream()
                .filter(chain -> chain.base() != null && chain.base().hook() == hook)
                .filter(chain -> chain.id().family().has(packet.server().family()))
                .filter(chain -> !opened.contains(chain.id()))
                .filter(chain -> !chain.base().isNat() || hook == Hook.OUTPUT && packet.phase() == Phase.REQUEST)
                .sorted(Comparator.comparing(chain -> chain.base().priority()))
                .toList();
    }

    private Course base(Chain chain, Chain.Base base) {
        isDoubtful = false;
        Course course = new Branch(chain, base).run(chain, 0, true);
        return course == Course.ON && base.policy().isObstacle()
                ? meet(new Obstacle(chain.id(), base.hook(), chain.id(), null, base.policy(), packet, !isDoubtful))
                : course;
    }

    /** A base chain and those that it jumps to. */
    private final class Branch {

        private final Chain root;
        private final Chain.Base base;

        Branch(Chain root, Chain.Base base) {
            this.root = root;
            this.base = base;
        }

        /** @param isCertainHere whether the packet is known to come here at all */
        Course run(Chain chain, int depth, boolean isCertainHere) {
            for (Rule rule : chain.rules()) {
                Evaluation evaluation = new Evaluation(
                        packet, base, name -> rules.sets().get(chain.id().beside(name)));
                Verdict verdict = evaluation.of(rule);
                boolean isCertain = evaluation.isCertain() && isCertainHere;
                switch (verdict.kind()) {
                    case CONTINUE -> {}
                    case RETURN -> {
                        if (evaluation.isCertain()) {
                            return Course.ON;
                        }
                        isDoubtful = true;
                    }
                    case GOTO -> {
                        Course course = jump(chain, verdict, depth, isCertain);
                        if (course != Course.ON || evaluation.isCertain()) {
                            return course;
                        }
                    }
                    default -> {
                        Course course = decide(chain, rule, verdict, depth, isCertain);
                        if (course != Course.ON) {
                            return course;
                        }
                    }
                }
            }
            return Course.ON;
        }

        private Course decide(Chain chain, Rule rule, Verdict verdict, int depth, boolean isCertain) {
            return switch (verdict.kind()) {
                case ACCEPT -> isCertain ? Course.ACCEPTED : doubt();
                case JUMP -> jump(chain, verdict, depth, isCertain);
                case QUEUE -> {
                    // A program decides, or nobody where the queue may be bypassed.
                    Course course = meet(obstacle(chain, rule, verdict, false));
                    isDoubtful = true;
                    yield course;
                }
                default -> meet(obstacle(chain, rule, verdict, isCertain && !isDoubtful));
            };
        }

        private Course jump(Chain from, Verdict verdict, int depth, boolean isCertain) {
            Chain next = rules.chains().get(from.id().beside(String.valueOf(verdict.chain())));
            isDoubtful |= !isCertain;
            return next == null || depth == DEEPEST ? doubt() : run(next, depth + 1, isCertain);
        }

        private Obstacle obstacle(Chain chain, Rule rule, Verdict verdict, boolean isCertain) {
            return new Obstacle(root.id(), base.hook(), chain.id(), rule, verdict, packet, isCertain);
        }
    }

    private Course doubt() {
        isDoubtful = true;
        return Course.ON;
    }

    private Course meet(Obstacle obstacle) {
        obstacles.add(obstacle);
        return obstacle.isCertain() || obstacles.size() == MOST_OBSTACLES ? Course.ENDED : Course.ON;
    }
}
