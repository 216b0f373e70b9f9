package dev.homeport.diagnosis.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers say, told apart; each of them on a real connection. */
class ConversationTests {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** For who answers or closes in any case: Java's first greeting by TLS takes a while on a busy machine. */
    private static final Duration ENOUGH = Duration.ofSeconds(20);

    /** What a server does with its one connection. */
    private interface Server {
        void serve(InputStream in, OutputStream out) throws IOException;
    }

    private static Reply of(Speech speech, Server server) throws IOException, InterruptedException, ExecutionException {
        return of(speech, PATIENCE, server);
    }

    private static Reply of(Speech speech, Duration patience, Server server)
            throws IOException, InterruptedException, ExecutionException {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> {
                try (Socket connection = listening.accept()) {
                    server.serve(connection.getInputStream(), connection.getOutputStream());
                } catch (IOException e) {
                    // The client has heard enough.
                }
            });
            Request request = new Request(Request.Method.HEAD, "localhost:80", "localhost", 80, "/path");
            Reply reply;
            try (Socket client = new Socket("127.0.0.1", listening.getLocalPort())) {
                reply = new Conversation(speech, request, patience).on(client);
            }
            served.get();
            return reply;
        }
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Reads until the client has gone. */
    private static void wait(InputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP, HTTP/1.1 204 No Content, HTTP, HTTP/1.1 204 No Content",
        "HTTP, SSH-2.0-OpenSSH_9.2, WORDS, SSH-2.0-OpenSSH_9.2",
        "HTTP, -ERR unknown command, WORDS, -ERR unknown command",
        "UNKNOWN, 220 mail.test ESMTP, WORDS, 220 mail.test ESMTP",
        "HTTPS, HTTP/1.1 400 Bad Request, WORDS, ''",
    })
    void wordsAreTold(Speech speech, String said, Reply.Kind kind, String text) throws Exception {
        Reply reply = of(speech, ENOUGH, (in, out) -> {
            say(out, said + "\r\n\r\n");
            wait(in);
        });
        assertThat(reply.kind()).isEqualTo(kind);
        assertThat(reply.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"HTTP, CLOSED", "HTTPS, CLOSED", "UNKNOWN, CLOSED"})
    void closingWithoutAWordIsTold(Speech speech, Reply.Kind kind) throws Exception {
        assertThat(of(speech, ENOUGH, (in, out) -> {}).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"HTTP, SILENCE", "HTTPS, SILENCE", "UNKNOWN, QUIET"})
    void silenceIsTold(Speech speech, Reply.Kind kind) throws Exception {
        assertThat(of(speech, (in, out) -> wait(in)).kind()).isEqualTo(kind);
    }

    /** One byte after the other, without an end: the conversation ends all the same, and the connection with it. */
    @ParameterizedTest
    @CsvSource({"HTTP", "UNKNOWN"})
    void endlessDripEnds(Speech speech) throws Exception {
        Reply reply = of(speech, (in, out) -> {
            while (true) {
                say(out, "x");
                // Slower than a line fills, and faster than any time-out of a single read.
                LockSupport.parkNanos(PATIENCE.toNanos() / 10);
            }
        });
        assertThat(reply.kind()).isEqualTo(Reply.Kind.WORDS);
        assertThat(reply.text()).as("a part of what a line may have").hasSizeBetween(1, 40);
    }

    @Test
    void lineThatIsCutIsNoAnswer() throws Exception {
        Reply reply = of(Speech.HTTP, (in, out) -> {
            say(out, "HT");
            wait(in);
        });
        assertThat(reply.kind()).isEqualTo(Reply.Kind.SILENCE);
    }

    @Test
    void http2IsTold() throws Exception {
        Reply reply = of(Speech.HTTP, (in, out) -> {
            say(out, "\0\0\0\4\0\0\0\0\0");
            wait(in);
        });
        assertThat(reply.text()).startsWith("HTTP/2");
    }

    @Test
    void alertOfTlsIsTold() throws Exception {
        assertThat(of(Speech.HTTP, (in, out) -> say(out, "\u0015\u0003\u0001\0\u0002\u0002\u0046"))
                        .kind())
                .isEqualTo(Reply.Kind.TLS_REFUSED);
    }

    @Test
    void hostileWordsAreCleaned() throws Exception {
        Reply reply = of(Speech.UNKNOWN, (in, out) -> {
            say(out, "\u001b[31mred\u001b[0m \u0007<script>\r\n");
            wait(in);
        });
        assertThat(reply.text()).isEqualTo("red <script>");
    }

    /** Nothing is said to a server of which no scheme tells what it speaks. */
    @Test
    void withoutASchemeNothingIsSaid() throws Exception {
        StringBuilder heard = new StringBuilder();
        of(Speech.UNKNOWN, (in, out) -> heard.append(new String(in.readAllBytes(), StandardCharsets.US_ASCII)));
        assertThat(heard).isEmpty();
    }

    @Test
    void requestIsOneHead() throws Exception {
        StringBuilder heard = new StringBuilder();
        of(Speech.HTTP, (in, out) -> heard.append(new String(in.readNBytes(20), StandardCharsets.US_ASCII)));
        assertThat(heard.toString()).isEqualTo("HEAD /path HTTP/1.1\r");
    }
}
