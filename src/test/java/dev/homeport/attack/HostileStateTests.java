package dev.homeport.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Saved states that somebody spoiled: a real one with something else at one place, and bodies that are none. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class HostileStateTests extends WireToProgram {

    private static final String BIDI = "\u202e\u001b[31m<x9>\\\" onx9=\\\"";

    /** As JSON. */
    private static final List<String> INSTEAD = List.of(
            "null",
            "7",
            "-1",
            "1e308",
            "1e999999",
            "99999999999999999999999999",
            "\"\"",
            "true",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"a\":null}",
            "\"" + BIDI + "\"",
            "\"=cmd|' /C calc'!A0\"",
            "\"" + "x".repeat(9_000) + "\"");

    private static final int MOST_PLACES = 150;

    private final JsonMapper json = JsonMapper.builder().build();

    private Answer handIn(String state) throws IOException {
        return wire.send(
                "POST", "/api/compare/states", "Content-Type: application/json\n", state.replace("\u001b", "\\u001b"));
    }

    @Test
    void wrongValueAtAnyPlaceIsRefusedOrHarmless(CapturedOutput log) throws IOException {
        long seed = Long.getLong("homeport.attack.seed", System.nanoTime());
        Random random = new Random(seed);
        JsonNode real = json.readTree(wire.get("/api/state").body());
        List<String> places = new ArrayList<>();
        collect(real, "", places);
        List<String> harm = new ArrayList<>();
        for (String place : places) {
            for (int i = 0; i < 3; i++) {
                String instead = INSTEAD.get(random.nextInt(INSTEAD.size()));
                JsonNode spoiled = real.deepCopy();
                put(spoiled, place);
                Answer kept = handIn(spoiled.toString().replace("\"@@\"", instead));
                String at = place + " = " + instead.substring(0, Math.min(40, instead.length()));
                kept.harm().forEach(what -> harm.add(at + " " + what));
                if (kept.status() != 201) {
                    assertThat(kept.isProblem()).as(at + kept).isTrue();
                    continue;
                }
                String id = json.readTree(kept.body()).get("id").asString();
                for (String target : List.of("/compare?right=", "/api/compare?right=")) {
                    Answer shown = wire.get(target + id);
                    assertThat(shown.status()).as(at).isEqualTo(200);
                    shown.harm().forEach(what -> harm.add(at + " " + target + " " + what));
                }
            }
        }
        assertThat(harm).as("with -Dhomeport.attack.seed=" + seed).isEmpty();
        assertThat(log.getAll()).doesNotContain(" ERROR ", " WARN ", "x9");
    }

    /** One place of each kind: the first and the last row of a list are enough. */
    private static void collect(JsonNode node, String path, List<String> places) {
        if (!path.isEmpty()) {
            places.add(path);
        }
        if (node instanceof ObjectNode object) {
            object.propertyNames()
                    .forEach(name -> collect(
                            object.get(name),
                            path + "/" + name.replace("~", "~0").replace("/", "~1"),
                            places));
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            collect(array.get(0), path + "/0", places);
        }
        if (places.size() > MOST_PLACES && path.isEmpty()) {
            places.removeIf(place -> place.matches("/(findings|localhost|namespaces)/.*"));
        }
    }

    private static void put(JsonNode root, String pointer) {
        int end = pointer.lastIndexOf('/');
        JsonNode parent = end == 0 ? root : root.at(pointer.substring(0, end));
        String name = pointer.substring(end + 1).replace("~1", "/").replace("~0", "~");
        if (parent instanceof ObjectNode object) {
            object.put(name, "@@");
        } else if (parent instanceof ArrayNode array) {
            array.remove(0);
            array.insert(0, "@@");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000",
                "{",
                "\"",
                "nul",
                "{\"a\":}",
                "{\"format\":\"homeport-state\",\"version\":1,\"version\":",
                "NaN",
                "{\"format\":\"homeport-state\",\"version\":1e999999999}",
                "\ufeff{}",
                "<x9/>",
                "%",
                "a=b&c=d"
            })
    void whatIsNoJsonIsRefusedWithoutAWordOfTheParser(String body) throws IOException {
        Answer answer = handIn(body);
        assertThat(answer.status()).isIn(400, 415);
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.harm()).isEmpty();
        assertThat(answer.body()).doesNotContain("tools.jackson", "StreamReadConstraints", "column");
    }

    @Test
    void depthSizeAndSlownessHaveAnEnd() throws IOException {
        String head = "{\"format\":\"homeport-state\",\"version\":1,\"x\":";
        assertThat(handIn(head + "[".repeat(100_000) + "]".repeat(100_000) + "}")
                        .status())
                .isEqualTo(400);
        assertThat(handIn(head + "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_001))
                        .status())
                .isEqualTo(400);
        assertThat(handIn(head + "\"" + "x".repeat(5 << 20) + "\"}").status()).isEqualTo(413);
        assertThat(handIn(head + "9".repeat(100_000) + "}").status()).isIn(201, 400);
        for (String upload : List.of(
                "Content-Type: multipart/form-data\n",
                "Content-Type: multipart/form-data; boundary=x\n",
                "Content-Type: multipart/form-data; boundary=" + "y".repeat(500) + "\n")) {
            for (String body :
                    List.of("x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nzzz")) {
                Answer answer = wire.send("POST", "/compare/states", upload + "Accept: text/html\n", body);
                assertThat(answer.status()).as(upload + body).isEqualTo(400);
                assertThat(answer.isPage()).isTrue();
            }
        }
    }
}
