package dev.homeport.attack;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection that stays open from one request to the next, takes any bytes for a request, and believes nothing of an
 * answer but its framing. For one thread.
 */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    Wire(int port) {
        this.port = port;
    }

    /** A request of these lines; {@code head} ends in a line break, and has no Host of its own. */
    Answer send(String method, String target, String head, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String length = body.isEmpty() && method.equals("GET") ? "" : "Content-Length: " + bytes.length + "\n";
        String text = method + " " + target + " HTTP/1.1\nHost: localhost:" + port + "\n" + head + length + "\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        request.write(bytes);
        return exchange(method, request.toByteArray());
    }

    Answer get(String target) throws IOException {
        return send("GET", target, "", "");
    }

    /** Such bytes as stand there, but with CR and LF for each break of a line; a Host is not added. */
    Answer raw(String request) throws IOException {
        String method = request.substring(0, Math.max(0, request.indexOf(' ')));
        return exchange(method, request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The same once more over a new connection where the server had closed the kept one meanwhile. */
    private Answer exchange(String method, byte[] request) throws IOException {
        boolean kept = socket != null;
        try {
            Answer answer = once(method, request);
            return answer.status() == 0 && kept ? once(method, request) : answer;
        } catch (SocketException e) {
            close();
            return once(method, request);
        }
    }

    private Answer once(String method, byte[] request) throws IOException {
        if (socket == null) {
            Socket opened = new Socket(InetAddress.getByName("127.0.0.1"), port);
            opened.setSoTimeout(PATIENCE_MILLIS);
            opened.setTcpNoDelay(true);
            socket = opened;
            in = new BufferedInputStream(opened.getInputStream(), 1 << 16);
        }
        socket.getOutputStream().write(request);
        Answer answer = read(method, in);
        if (answer.status() == 0 || answer.header("Connection").orElse("").equalsIgnoreCase("close")) {
            close();
        }
        return answer;
    }

    private static Answer read(String method, InputStream in) throws IOException {
        String first = line(in);
        if (first.length() < 12) {
            return new Answer(0, List.of(), "");
        }
        int status = Integer.parseInt(first.substring(9, 12));
        List<String> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            headers.add(line);
        }
        Answer head = new Answer(status, headers, "");
        boolean bodiless = method.equals("HEAD") || status == 204 || status == 304;
        return bodiless ? head : new Answer(status, headers, new String(body(head, in), StandardCharsets.UTF_8));
    }

    private static byte[] body(Answer head, InputStream in) throws IOException {
        if (head.header("Content-Length").isPresent()) {
            return in.readNBytes(Integer.parseInt(head.header("Content-Length").get()));
        } else if (!head.header("Transfer-Encoding").orElse("").equals("chunked")) {
            return in.readAllBytes();
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            all.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return all.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.length() > 0 && line.charAt(line.length() - 1) == '\r'
                ? line.substring(0, line.length() - 1)
                : line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
        socket = null;
        in = null;
    }
}
