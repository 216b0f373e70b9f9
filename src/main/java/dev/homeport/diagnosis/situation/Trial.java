package dev.homeport.diagnosis.situation;

import dev.homeport.diagnosis.conversation.Reply;
import dev.homeport.diagnosis.conversation.Speech;
import dev.homeport.platform.ConnectProbe;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying one address.
 *
 * @param reply what was said on the connection; null where none came about
 * @param otherwise what was said when it was asked otherwise, since the first question got no answer in kind: by GET where
 *     HEAD was met with silence, else in the other language of the web; null where that was not tried
 */
public record Trial(
        ConnectProbe.Attempt attempt,
        @Nullable Reply reply,
        @Nullable Reply otherwise) {

    public static Trial of(ConnectProbe.Attempt attempt) {
        return new Trial(attempt, null, null);
    }

    /** Whether a web server that is {@code asked} without TLS answers GET, and keeps silent when it is asked HEAD. */
    public boolean isAnsweredToGetAlone(Speech asked) {
        return asked == Speech.HTTP
                && reply != null
                && reply.kind() == Reply.Kind.SILENCE
                && otherwise != null
                && otherwise.kind() == Reply.Kind.HTTP;
    }
}
