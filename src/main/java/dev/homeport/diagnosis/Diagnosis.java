package dev.homeport.diagnosis;

import dev.homeport.net.Endpoint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer.
 *
 * @param isProbed whether connections were tried for it
 * @param isReachable whether most programs get a connection; null when that is not known
 * @param summary one sentence
 * @param causes the likeliest first, never none
 * @param path the way of the request
 * @param trials what was tried
 * @param verify how to see whether it is mended, a command
 */
public record Diagnosis(
        Question question,
        boolean isProbed,
        @Nullable Boolean isReachable,
        String summary,
        List<Cause> causes,
        List<Step> path,
        Map<Endpoint, Trial> trials,
        List<ClientResult> clients,
        String verify) {

    public Diagnosis {
        causes = List.copyOf(causes);
        path = List.copyOf(path);
        trials = Map.copyOf(trials);
        clients = List.copyOf(clients);
    }

    /** The likeliest cause. */
    public Cause cause() {
        return causes.get(0);
    }
}
