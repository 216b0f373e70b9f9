package dev.homeport.addresses;

import java.time.Instant;
import java.util.List;

/**
 * What really happened at each address on the port of one socket.
 *
 * @param socket the socket's id
 * @param at when it was tried
 * @param left addresses that were left out, since there were too many
 */
public record Proof(String socket, int port, Instant at, List<Trial> trials, int left) {

    public Proof {
        trials = List.copyOf(trials);
    }

    /** Trials that came otherwise than predicted. */
    public List<Trial> surprises() {
        return trials.stream().filter(trial -> !trial.isAsPredicted()).toList();
    }

    /** Whether another socket than the one that was asked for is predicted to answer there. */
    public boolean isByAnother(Trial trial) {
        return trial.predicted().isAnswered()
                && trial.predicted().sockets().stream()
                        .noneMatch(one -> one.id().equals(socket));
    }
}
