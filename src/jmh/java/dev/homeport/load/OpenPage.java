package dev.homeport.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page that is open in a browser: follows the stream of events and, when one of its readings says something new, asks
 * for the fragment, once at a time, as {@code live.js} does.
 */
final class OpenPage implements Runnable {

    private static final Pattern READINGS = Pattern.compile("data-readings=\"([^\"]*)\"");
    private static final Pattern REVISION = Pattern.compile("data-revision=\"([^\"]*)\"");

    private final HttpClient client;
    private final URI page;
    private final Answers answers;
    private final BlockingQueue<String> changes = new LinkedBlockingQueue<>();

    private List<String> readings = List.of();
    private String revision = "";

    OpenPage(HttpClient client, URI page, Answers answers) {
        this.client = client;
        this.page = page;
        this.answers = answers;
    }

    /** Until the thread is interrupted. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                read(ask("page", HttpRequest.newBuilder(page)));
                follow();
            } catch (IOException | UncheckedIOException e) {
                answers.failed("page " + page.getPath(), e.toString());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void follow() throws InterruptedException {
        Thread stream = new Thread(this::listen, "stream of " + page.getPath());
        stream.setDaemon(true);
        stream.start();
        try {
            while (!changes.take().isEmpty()) {
                changes.clear();
                String separator = page.getQuery() == null ? "?" : "&";
                read(ask(
                        "fragment",
                        HttpRequest.newBuilder(URI.create(page + separator + "revision=" + revision))
                                .header("HX-Request", "true")));
            }
        } catch (IOException e) {
            answers.failed("fragment " + page.getPath(), e.toString());
        } finally {
            stream.interrupt();
        }
    }

    /** Tells of an empty change when the stream has ended. */
    private void listen() {
        try (Stream<String> lines = client.send(
                        HttpRequest.newBuilder(page.resolve("/events")).build(), HttpResponse.BodyHandlers.ofLines())
                .body()) {
            lines.filter(line -> line.startsWith("event:"))
                    .map(line -> line.substring("event:".length()).strip())
                    .filter(readings::contains)
                    .forEach(changes::add);
        } catch (IOException | UncheckedIOException | InterruptedException e) {
            answers.failed("stream", e.toString());
        } finally {
            changes.add("");
        }
    }

    private String ask(String kind, HttpRequest.Builder request) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        String what = kind + " " + page.getPath();
        if (response.statusCode() == 200) {
            answers.took(what, (System.nanoTime() - begin) / 1000);
        } else if (response.statusCode() != 204) {
            answers.failed(what, "status " + response.statusCode());
        }
        return response.body();
    }

    private void read(String html) {
        Matcher names = READINGS.matcher(html);
        if (names.find()) {
            readings = List.of(names.group(1).split(" "));
        }
        Matcher drawn = REVISION.matcher(html);
        if (drawn.find()) {
            revision = drawn.group(1);
        }
    }
}
