package dev.homeport.diagnosis.situation;

import dev.homeport.diagnosis.conversation.Reply;
import dev.homeport.platform.ConnectProbe;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying one address.
 *
 * @param reply what was said on the connection; null where none came about
 * @param otherwise what was said when the other language of the web was tried, since the first one got no answer in kind;
 *     null where that was not tried
 */
public record Trial(
        ConnectProbe.Attempt attempt,
        @Nullable Reply reply,
        @Nullable Reply otherwise) {

    public static Trial of(ConnectProbe.Attempt attempt) {
        return new Trial(attempt, null, null);
    }
}
