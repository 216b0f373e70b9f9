package dev.homeport.health;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A program for another network namespace: asks for each URL that it reads, and prints the status and the body in a line. */
final class OtherMachine {

    private OtherMachine() {}

    public static void main(String[] arguments) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        BufferedReader urls = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String url = urls.readLine(); url != null; url = urls.readLine()) {
            System.out.println(ask(client, url));
        }
    }

    private static String ask(HttpClient client, String url) throws InterruptedException {
        try {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body().replace('\n', ' ');
        } catch (IOException e) {
            return "0 " + e;
        }
    }
}
