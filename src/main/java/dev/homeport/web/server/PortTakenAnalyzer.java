package dev.homeport.web.server;

import dev.homeport.platform.HostileText;
import dev.homeport.platform.OsFamily;
import dev.homeport.processes.ProcessDetails;
import dev.homeport.sockets.source.OshiPortHolder;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says who has taken the port and how to take another; Spring Boot's own analyzer only knows that it is taken. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    private static final int LONGEST_COMMAND = 200;

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        int port = cause.getPort();
        int other = port < 0xffff ? port + 1 : port - 1;
        String action =
                "Take another port:%n%n    ./mvnw spring-boot:run -Dspring-boot.run.arguments=--server.port=%2$d%n"
                        + "    java -jar homeport.jar --server.port=%2$d%n    SERVER_PORT=%2$d in the environment%n%n"
                        + "or end the process that listens on port %1$d.";
        return new FailureAnalysis(
                "Homeport cannot listen on port " + port + ": " + holders(port),
                String.format(action, port, other),
                cause);
    }

    private static String holders(int port) {
        List<ProcessDetails> processes = OshiPortHolder.of(port, OsFamily.current());
        if (processes.isEmpty()) {
            return "it is taken by a process that this user may not see. As root, ss -tlnp (Linux), lsof -i (macOS) or "
                    + "netstat -ano (Windows) name it.";
        }
        return "it is taken by "
                + processes.stream().map(PortTakenAnalyzer::named).collect(Collectors.joining(", ")) + ".";
    }

    private static String named(ProcessDetails process) {
        String user = process.user() == null ? "" : ", user " + process.user();
        String command =
                process.commandLine() == null ? "" : ": " + HostileText.cut(process.commandLine(), LONGEST_COMMAND);
        return process.displayName() + " (pid " + process.pid() + user + ")" + command;
    }
}
