package dev.homeport.diagnosis.conversation;

import dev.homeport.diagnosis.conversation.Reply.Kind;
import dev.homeport.platform.HostileText;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/**
 * Says on a connection what the target's scheme asks, and listens (DOMAIN R5.40, rows 1 to 3; R9.3). Where no scheme was
 * given nothing is said: a word of the wrong protocol may count as an attack.
 *
 * @param patience how long to wait for an answer
 */
public record Conversation(Speech speech, Request request, Duration patience) {

    /** Most that speak first do so at once. */
    private static final Duration FOR_A_BANNER = Duration.ofMillis(200);

    private static final int LONGEST = 120;

    /** {@code alert} and the first byte of its version, RFC 8446, section 5.1: what a TLS server answers to plain words. */
    private static final byte[] TLS_ALERT = {0x15, 0x03};

    private static final String HTTP = "HTTP/";

    /** The length of its first frame, RFC 9113, section 4.1: gRPC speaks no other. */
    private static final byte[] HTTP_2 = {0, 0};

    private static final String NO_TLS = "unrecognized ssl message";

    /** Never fails: what goes wrong is an answer too. */
    public Reply on(Socket socket) {
        long start = System.nanoTime();
        Deadline deadline = new Deadline(socket, speech == Speech.UNKNOWN ? FOR_A_BANNER : patience);
        try (deadline) {
            return switch (speech) {
                case HTTP -> asked(socket, start);
                case HTTPS -> greeted(socket, start);
                case UNKNOWN -> heard(socket, start);
            };
        } catch (IOException e) {
            if (deadline.isOver()) {
                return reply(speech == Speech.UNKNOWN ? Kind.QUIET : Kind.SILENCE, "", start);
            }
            return e instanceof SSLException broken ? broken(broken, start) : reply(Kind.CLOSED, "", start);
        }
    }

    private static Reply heard(Socket socket, long start) throws IOException {
        byte[] first = socket.getInputStream().readNBytes(1);
        return first.length == 0 ? reply(Kind.CLOSED, "", start) : reply(Kind.WORDS, line(first, socket), start);
    }

    private Reply asked(Socket socket, long start) throws IOException {
        socket.getOutputStream().write(request.bytes());
        byte[] first = socket.getInputStream().readNBytes(TLS_ALERT.length);
        if (first.length == 0) {
            return reply(Kind.CLOSED, "", start);
        } else if (first.length == 2 && first[0] == TLS_ALERT[0] && first[1] == TLS_ALERT[1]) {
            return reply(Kind.TLS_REFUSED, "", start);
        }
        String line = line(first, socket);
        boolean isCut = !line.isEmpty() && HTTP.startsWith(line);
        if (isCut) {
            return reply(Kind.SILENCE, "", start);
        } else if (line.isEmpty() && Arrays.equals(first, HTTP_2)) {
            return reply(Kind.WORDS, "HTTP/2 alone, as gRPC speaks it", start);
        }
        return reply(line.startsWith(HTTP) ? Kind.HTTP : Kind.WORDS, line, start);
    }

    private Reply greeted(Socket socket, long start) throws IOException {
        try (SSLSocket secure =
                (SSLSocket) TrustingTls.SOCKETS.createSocket(socket, request.name(), request.port(), false)) {
            secure.startHandshake();
            return answerOver(secure, TrustingTls.text(secure.getSession()), start);
        }
    }

    /** @throws IOException when nothing comes over it, for whatever reason */
    private Reply answerOver(SSLSocket secure, String session, long start) throws IOException {
        secure.getOutputStream().write(request.bytes());
        byte[] first = secure.getInputStream().readNBytes(1);
        return first.length == 0
                ? reply(Kind.CLOSED, session, start)
                : reply(Kind.TLS, session + ", " + line(first, secure), start);
    }

    private static Reply broken(SSLException failure, long start) {
        String message = String.valueOf(failure.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        boolean isPlain = lower.contains(NO_TLS);
        boolean isClosed = failure.getCause() instanceof EOFException;
        Kind kind = isPlain ? Kind.WORDS : isClosed ? Kind.CLOSED : Kind.TLS_REFUSED;
        return reply(kind, isPlain ? "" : HostileText.clean(message, LONGEST), start);
    }

    /** The first line, as far as it has come. */
    private static String line(byte[] first, Socket socket) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(first);
        try {
            int next = socket.getInputStream().read();
            while (next >= 0 && next != '\n' && line.size() < LONGEST) {
                line.write(next);
                next = socket.getInputStream().read();
            }
        } catch (IOException e) {
            // A line without an end tells something too.
        }
        return HostileText.clean(line.toString(StandardCharsets.UTF_8), LONGEST);
    }

    private static Reply reply(Kind kind, String text, long start) {
        return new Reply(kind, text, Duration.ofNanos(System.nanoTime() - start));
    }
}
