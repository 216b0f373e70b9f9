package dev.homeport.diagnosis.situation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.diagnosis.conversation.Reply;
import dev.homeport.diagnosis.conversation.Speech;
import dev.homeport.diagnosis.question.QuestionParser;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

/** Real connections to a web server that knows one method alone, and keeps silent when it is asked another. */
class TryTests {

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private ServerSocket server;
    private volatile String known;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        Thread accepting = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket connection = server.accept()) {
                    answer(connection);
                } catch (IOException e) {
                    // The client has gone, or the test is over.
                }
            }
        });
        accepting.setDaemon(true);
        accepting.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void answer(Socket connection) throws IOException {
        Reader in = new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII);
        String method = new BufferedReader(in, 64).readLine().split(" ")[0];
        asked.add(method);
        if (method.equals(known)) {
            try (Writer out = new OutputStreamWriter(connection.getOutputStream(), StandardCharsets.US_ASCII)) {
                out.write("HTTP/1.0 200 OK\r\n\r\n");
            }
        } else {
            in.transferTo(Writer.nullWriter());
        }
    }

    private Trial trial() {
        int port = server.getLocalPort();
        Target target = QuestionParser.parse(new LinkedMultiValueMap<>(
                        Map.of(QuestionParser.TARGET, List.of("http://127.0.0.1:" + port + "/"))))
                .target();
        return new Try(target).at(new Endpoint(IpAddress.IPV4_LOOPBACK, port));
    }

    @Test
    void whoAnswersHeadIsAskedNothingElse() {
        known = "HEAD";
        Trial trial = trial();
        assertThat(trial.reply().kind()).isEqualTo(Reply.Kind.HTTP);
        assertThat(trial.otherwise()).isNull();
        assertThat(asked).containsExactly("HEAD");
    }

    @Test
    void whoKeepsSilentWhenAskedHeadIsAskedGet() {
        known = "GET";
        Trial trial = trial();
        assertThat(asked).containsExactly("HEAD", "GET");
        assertThat(trial.reply().kind()).isEqualTo(Reply.Kind.SILENCE);
        assertThat(trial.otherwise().text()).isEqualTo("HTTP/1.0 200 OK");
        assertThat(trial.isAnsweredToGetAlone(Speech.HTTP)).isTrue();
    }

    @Test
    void whoNeverAnswersIsSilent() {
        known = "none";
        Trial trial = trial();
        assertThat(trial.otherwise().kind()).isEqualTo(Reply.Kind.SILENCE);
        assertThat(trial.isAnsweredToGetAlone(Speech.HTTP)).isFalse();
    }
}
