package dev.homeport.diagnosis;

import dev.homeport.HomeportApplication;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Remedy;
import dev.homeport.diagnosis.question.Purpose;
import dev.homeport.diagnosis.question.Question;
import dev.homeport.diagnosis.question.QuestionParser;
import dev.homeport.diagnosis.trouble.BareTroubles;
import dev.homeport.diagnosis.trouble.NameTroubles;
import dev.homeport.diagnosis.trouble.NetworkTroubles;
import dev.homeport.diagnosis.trouble.Scene;
import dev.homeport.diagnosis.trouble.ServerTroubles;
import dev.homeport.diagnosis.trouble.Trouble;
import dev.homeport.reading.Attention;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.LinkedMultiValueMap;

/**
 * A program for a network namespace of its own, with Homeport and one trouble after the other in it. Of each it prints {@code
 * trouble | causes, the first one first | reachable | commands | causes after they were run | its sentence and its evidence}.
 */
final class TroubledNetwork {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String DONE = "0";

    /** The arguments that ask for troubles. */
    static final List<String> KINDS = List.of("network", "server", "name", "bare");

    /** Kinds that run side by side see each other: on one's port nobody must listen in another's network. */
    private static final int PORTS_OF_A_KIND = 1000;

    /** In the place of causes: this machine lacks what the trouble needs. */
    static final String IMPOSSIBLE = "IMPOSSIBLE";

    private final Examiner examiner;
    private final Attention attention;

    private TroubledNetwork(Examiner examiner, Attention attention) {
        this.examiner = examiner;
        this.attention = attention;
    }

    /** The troubles by the argument that asks for them. */
    static List<Trouble> troubles(String kind) {
        return switch (kind) {
            case "network" -> NetworkTroubles.all();
            case "server" -> ServerTroubles.all();
            case "name" -> NameTroubles.all();
            default -> BareTroubles.all();
        };
    }

    public static void main(String[] arguments) throws Exception {
        Path hosts = Files.createTempFile("homeport-hosts", "");
        Files.writeString(hosts, "127.0.0.1 localhost\n::1 localhost\n");
        SpringApplication application = new SpringApplication(HomeportApplication.class);
        application.setDefaultProperties(
                Map.of("server.port", "18080", "homeport.refresh", "200ms", "homeport.hosts.path", hosts.toString()));
        try (ConfigurableApplicationContext context = application.run()) {
            TroubledNetwork network =
                    new TroubledNetwork(context.getBean(Examiner.class), context.getBean(Attention.class));
            int port = 20_000 + PORTS_OF_A_KIND * KINDS.indexOf(arguments[0]);

            for (Trouble trouble : troubles(arguments[0])) {
                port++;
                if (arguments.length == 1 || trouble.name().equals(arguments[1])) {
                    network.tell(trouble, port, hosts);
                }
            }
        } finally {
            Files.delete(hosts);
        }
    }

    private void tell(Trouble trouble, int port, Path hosts) throws Exception {
        try (Scene scene = new Scene(port, hosts)) {
            try {
                trouble.beginning().in(scene);
            } catch (UnsupportedOperationException e) {
                System.out.println(String.join(" | ", trouble.name(), IMPOSSIBLE, "", "", "", e.getMessage()));
                return;
            }
            Question question = question(trouble, port);
            until(question, trouble.cause());
            // Not by chance: once the readings are there, the next answer is the same.
            Diagnosis diagnosis = diagnosis(question);
            Remedy remedy = diagnosis.cause().remedy();
            List<String> commands = remedy == null ? List.of() : remedy.commands();
            String after = DONE;
            if (!commands.isEmpty()) {
                for (String command : commands) {
                    Scene.run(command.replace("sudo ", ""));
                }
                boolean isServer = question.purpose() == Purpose.LISTEN;
                after = codes(until(question, isServer ? CauseCode.PORT_FREE : CauseCode.REACHABLE));
            }
            System.out.println(String.join(
                    " | ",
                    trouble.name(),
                    codes(diagnosis),
                    String.valueOf(diagnosis.isReachable()),
                    String.join("; ", commands).replace(" | ", " ¦ "),
                    after,
                    diagnosis.summary() + " " + diagnosis.cause().evidence()));
        }
    }

    private static Question question(Trouble trouble, int port) {
        LinkedMultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add(QuestionParser.TARGET, String.format(trouble.target(), port));
        parameters.add(QuestionParser.PURPOSE, trouble.purpose());
        return QuestionParser.parse(parameters);
    }

    /** Waits for the readings, and no longer than they may take. */
    private Diagnosis until(Question question, CauseCode expected) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Diagnosis diagnosis = diagnosis(question);
        while (diagnosis.cause().code() != expected && System.nanoTime() < deadline) {
            diagnosis = diagnosis(question);
        }
        return diagnosis;
    }

    private Diagnosis diagnosis(Question question) {
        attention.pay();
        return question.purpose() == Purpose.LISTEN ? examiner.examine(question) : examiner.examineNow(question);
    }

    private static String codes(Diagnosis diagnosis) {
        return diagnosis.causes().stream().map(cause -> cause.code().name()).collect(Collectors.joining(" "));
    }
}
