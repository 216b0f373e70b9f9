package dev.homeport.addresses;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/addresses/proofs?socket=…}.
 *
 * @param left how many addresses were left out
 */
record ProofAnswer(String socket, int port, Instant at, int left, boolean asPredicted, List<Result> results) {

    /**
     * One address; see {@link Trial}.
     *
     * @param predicted {@code own}, {@code wildcard}, {@code nobody} or {@code cut-off}
     * @param prediction the same in words
     * @param explanation what explains a difference, or what is special about the outcome; null when nothing is
     * @param detail the system's own words for a failure
     */
    record Result(
            String address,
            String predicted,
            boolean certain,
            String prediction,
            String outcome,
            double tookMillis,
            boolean asPredicted,
            @Nullable String explanation,
            @Nullable String detail) {

        static Result of(Trial trial) {
            return new Result(
                    trial.address().address().text(),
                    trial.predicted().kind().text(),
                    trial.predicted().isCertain(),
                    trial.prediction(),
                    trial.outcome().text(),
                    trial.attempt().took().toNanos() / 1e6,
                    trial.isAsPredicted(),
                    trial.explanation(),
                    trial.attempt().detail());
        }
    }

    static ProofAnswer of(Proof proof) {
        return new ProofAnswer(
                proof.socket(),
                proof.port(),
                proof.at(),
                proof.left(),
                proof.surprises().isEmpty(),
                proof.trials().stream().map(Result::of).toList());
    }
}
