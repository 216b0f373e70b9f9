package dev.homeport.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Each parameter of each endpoint with a thousand values of every kind that a reader would not send. The endpoints are asked
 * of the program itself, and so is what their handlers read: one that is not in the table fails.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class GeneratedParametersTests {

    /** Of a thousand values of a parameter, so many come alone, the others beside such values of all other parameters. */
    private static final int ALONE = 100;

    private static final int TOGETHER = 900;
    private static final int WIRES = 4;

    /** What each endpoint takes, besides {@code namespace}, which is looked at before every page and answer of ours. */
    private static final String TABLE = """
            GET /                                    revision
            GET /sockets                             q port protocol scope process sort open limit revision
            GET /addresses                           q port protocol scope process clients unfold open limit sort revision
            GET /addresses/proofs
            POST /addresses/proofs                   socket q port protocol scope process clients unfold open limit
            GET /interfaces                          revision
            GET /hosts                               q group name line limit revision
            POST /hosts                              q group name line limit
            GET /localhost                           limit revision
            GET /latency                             kind range run refused revision
            GET /latency?namespace                   namespace=1 revision
            POST /latency?do=run                     kind range run refused target count=1000
            POST /latency?do=cancel                  kind range run refused
            POST /latency?do=throughput              kind range run refused address=nowhere
            GET /compare                             left right revision
            GET /compare/states
            GET /compare/states/remove
            POST /compare/states
            POST /compare/states/remove              id
            GET /diagnose                            target=:1 from for
            POST /diagnose                           target=:1 from for
            GET /diagnose/causes
            GET /events
            ANY /error
            GET /api/sockets                         q port protocol scope process sort open limit revision
            GET /api/sockets.csv                     q port protocol scope process sort open limit revision
            GET /api/addresses
            GET /api/addresses/reach                 q port protocol scope process sort open limit revision
            POST /api/addresses/proofs               socket
            GET /api/hosts                           q offset limit
            GET /api/hosts.csv                       q
            GET /api/hosts/lookup                    name=localhost
            POST /api/hosts/lookup                   name=localhost
            GET /api/localhost
            GET /api/latency
            GET /api/latency/history                 target minutes
            GET /api/latency/counters
            POST /api/latency/runs                   target count=1000
            GET /api/latency/runs/{id}               {id}
            DELETE /api/latency/runs/{id}            {id}
            POST /api/latency/throughput             address=nowhere
            GET /api/compare                         left right
            POST /api/compare/states
            DELETE /api/compare/states/{id}          {id}
            GET /api/diagnose                        target=:1 from for
            POST /api/diagnose                       target=:1 from for
            GET /api/expectations
            GET /api/findings
            GET /api/namespaces
            GET /api/state
            GET /api/vantage
            GET /actuator
            GET /actuator/health
            GET /actuator/health/**                  **
            GET /actuator/info
            GET /actuator/metrics
            GET /actuator/metrics/{requiredMetricName} {requiredMetricName} tag
            GET /actuator/prometheus                 includedNames format
            GET /livez
            GET /readyz
            """;

    /** The first of each kind. */
    private final Map<String, String> harm = new ConcurrentSkipListMap<>();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext program;

    @Autowired
    RequestMappingHandlerAdapter adapter;

    private static Map<String, Endpoint> table() {
        return TABLE.lines()
                .map(Endpoint::of)
                .collect(Collectors.toMap(Endpoint::key, one -> one, (one, other) -> one, TreeMap::new));
    }

    @Test
    void noEndpointIsForgotten() {
        assertThat(new Doors(program).endpoints().keySet()).isEqualTo(table().keySet());
        new Doors(program).actuatorParameters().forEach((path, names) -> {
            if (!names.isEmpty()) {
                assertThat(table().get("GET " + path).names()).as(path).containsAll(names);
            }
        });
    }

    @Test
    void noValueOfAnyParameterBreaksOrFoolsAnyAnswer(CapturedOutput log) throws Exception {
        long seed = Long.getLong("homeport.attack.seed", System.nanoTime());
        ReadParameters reads = ReadParameters.of(adapter);
        spendTheLookUps();
        ExecutorService wires = Executors.newFixedThreadPool(WIRES);
        try {
            List<Future<?>> attacks = new ArrayList<>();
            table().values().forEach(endpoint -> attacks.add(wires.submit(() -> attack(endpoint, seed))));
            for (Future<?> attack : attacks) {
                attack.get();
            }
        } finally {
            wires.shutdownNow();
        }
        assertThat(String.join("\n", harm.values()))
                .as("with -Dhomeport.attack.seed=" + seed)
                .isEmpty();
        assertThat(log.getAll().lines().filter(line -> line.matches(".* (WARN|ERROR) .*|.*[xX]9.*")))
                .as("what others send is nothing to write about, with seed " + seed)
                .isEmpty();
        assertThat(unknown(reads))
                .as("parameters that are read, and not in the table")
                .isEmpty();
    }

    /** The generated names would be asked of name servers: so many look-ups are done that all further ones are refused. */
    private void spendTheLookUps() throws IOException {
        try (Wire wire = new Wire(port)) {
            int status = 200;
            while (status == 200) {
                status = wire.send("POST", "/api/hosts/lookup?name=localhost", "", "")
                        .status();
            }
        }
    }

    private Set<String> unknown(ReadParameters reads) {
        Set<String> unknown = new TreeSet<>();
        new Doors(program).endpoints().forEach((key, handlers) -> {
            for (HandlerMethod handler : handlers) {
                Set<String> read = new TreeSet<>(reads.by(handler.getMethod().toString()));
                read.addAll(Doors.named(handler));
                read.removeAll(table().get(key).names());
                read.forEach(name -> unknown.add(key + " " + name));
            }
        });
        return unknown;
    }

    private void attack(Endpoint endpoint, long seed) {
        GeneratedValues values = new GeneratedValues(seed ^ endpoint.key().hashCode());
        try (Wire wire = new Wire(port)) {
            for (Attempt attempt : (Iterable<Attempt>) endpoint.attempts(values, ALONE, TOGETHER)::iterator) {
                Answer answer = attempt.over(wire);
                attempt.complaints(answer)
                        .forEach(what -> harm.putIfAbsent(endpoint.key() + what.split(" ")[0], attempt + ": " + what));
            }
        } catch (IOException | RuntimeException e) {
            harm.put(endpoint.key(), endpoint.key() + ": " + e);
        }
    }
}
