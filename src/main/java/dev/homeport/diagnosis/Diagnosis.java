package dev.homeport.diagnosis;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.question.Question;
import dev.homeport.diagnosis.situation.Trial;
import dev.homeport.net.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer.
 *
 * @param isProbed whether connections were tried for it
 * @param isReachable whether most programs get a connection; null when that is not known
 * @param summary one sentence
 * @param causes the likeliest first, never none
 * @param path the way of the request
 * @param trials what was tried, by address
 * @param verify how to see whether it is mended, a command
 */
public record Diagnosis(
        Question question,
        boolean isProbed,
        @Nullable Boolean isReachable,
        String summary,
        List<Cause> causes,
        List<Step> path,
        List<Tried> trials,
        List<ClientResult> clients,
        String verify) {

    /** What came of one address. */
    public record Tried(IpAddress address, Trial trial) {}

    public Diagnosis {
        causes = List.copyOf(causes);
        path = List.copyOf(path);
        trials = List.copyOf(trials);
        clients = List.copyOf(clients);
    }

    /** Whether it is reached, and by whom the table of sockets names. */
    boolean isAsExpected() {
        return Boolean.TRUE.equals(isReachable)
                && causes.stream().noneMatch(cause -> cause.code() == CauseCode.NAT_REDIRECT);
    }

    /** The likeliest cause. */
    public Cause cause() {
        return causes.get(0);
    }
}
