package dev.homeport.diagnosis.firewall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
    private final List<Obstacle> obstacles = new ArrayList<>();

    /** Something that could not be judged may have decided already. */
    private boolean isDoubtful;

    private Traversal(Ruleset rules, Packet packet) {
        this.rules = rules;
        this.packet = packet;
    }

    /** What keeps it from where it was sent; only the last one is certain, if any is. */
    static List<Obstacle> of(Ruleset rules, Packet packet) {
        Traversal traversal = new Traversal(rules, packet);
        for (Hook hook : Hook.OF_LOOPBACK) {
            for (Chain chain : traversal.chainsAt(hook)) {
                if (traversal.base(chain, hook) == Course.ENDED) {
                    return traversal.obstacles;
                }
            }
        }
        return traversal.obstacles;
    }

    private List<Chain> chainsAt(Hook hook) {
        return rules.chains().values().stream()
                .filter(chain -> chain.base() != null && chain.base().hook() == hook)
                .filter(chain -> chain.id().family().has(packet.address().family()))
                .filter(chain -> !(packet.isReply() && chain.base().isNat()))
                .sorted(Comparator.comparing(chain -> chain.base().priority()))
                .toList();
    }

    private Course base(Chain chain, Hook hook) {
        isDoubtful = false;
        Chain.Base base = chain.base();
        if (base == null) {
            return Course.ON;
        }
        Course course = run(chain, chain, hook, 0);
        return course == Course.ON && base.policy().isObstacle()
                ? meet(new Obstacle(chain.id(), hook, chain.id(), null, base.policy(), packet, !isDoubtful))
                : course;
    }

    private Course run(Chain base, Chain chain, Hook hook, int depth) {
        for (Rule rule : chain.rules()) {
            Evaluation evaluation = new Evaluation(
                    packet, hook, name -> rules.sets().get(chain.id().beside(name)));
            Verdict verdict = evaluation.of(rule);
            boolean isCertain = evaluation.isCertain();
            Course course = Course.ON;
            switch (verdict.kind()) {
                case CONTINUE -> course = Course.ON;
                case DROP, REJECT, REDIRECT, QUEUE -> {
                    boolean isSure = isCertain && !isDoubtful;
                    course = meet(new Obstacle(base.id(), hook, chain.id(), rule, verdict, packet, isSure));
                }
                case ACCEPT -> course = isCertain ? Course.ACCEPTED : doubt();
                case RETURN -> {
                    if (isCertain) {
                        return Course.ON;
                    }
                    doubt();
                }
                case JUMP, GOTO -> {
                    isDoubtful |= !isCertain;
                    Chain next = rules.chains().get(chain.id().beside(String.valueOf(verdict.chain())));
                    course = next == null || depth == DEEPEST ? doubt() : run(base, next, hook, depth + 1);
                    if (course == Course.ON && verdict.kind() == Verdict.Kind.GOTO && isCertain) {
                        return Course.ON;
                    }
                }
            }
            if (course != Course.ON) {
                return course;
            }
        }
        return Course.ON;
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
