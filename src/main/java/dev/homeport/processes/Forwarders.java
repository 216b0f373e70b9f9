package dev.homeport.processes;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Knows the programs that listen on behalf of applications elsewhere, by their names and arguments. */
final class Forwarders {

    private static final int LONGEST_NAME = 15;

    /** The interface of Docker's engine, and the ports of a swarm. */
    private static final Set<Integer> DOCKER_OWN_PORTS = Set.of(2375, 2376, 2377, 7946);

    private static final String OF_A_CONTAINER =
            "It only forwards: the application is in a container that publishes this port.";
    private static final String OF_A_VIRTUAL_MACHINE =
            "It only forwards: the application is in the virtual machine that it runs, or in a container in there.";
    private static final String OF_A_VIRTUAL_LINUX =
            "It only forwards: the application is in the Windows Subsystem for Linux.";
    private static final String ON_DEMAND = "It holds this port for a program that it starts when somebody connects.";
    private static final String OF_A_UNIT =
            "It holds this port for a program that it starts when somebody connects, or that it has started already. "
                    + "Which one, tells: systemctl list-sockets";

    /** What is known of a program. */
    private record Rule(
            String meaning, Function<List<String>, Map<Integer, ForwardTarget>> targets, Set<Integer> ownPorts) {

        Rule(String meaning, Function<List<String>, Map<Integer, ForwardTarget>> targets) {
            this(meaning, targets, Set.of());
        }

        Rule(String meaning) {
            this(meaning, arguments -> Map.of());
        }
    }

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("docker-proxy", new Rule(OF_A_CONTAINER, ForwardedPorts::dockerProxy)),
            Map.entry("rootlesskit-docker-proxy", new Rule(OF_A_CONTAINER, ForwardedPorts::dockerProxy)),
            Map.entry("rootlesskit", new Rule(OF_A_CONTAINER, ForwardedPorts::published)),
            Map.entry("rootlessport", new Rule(OF_A_CONTAINER)),
            Map.entry("pasta", new Rule(OF_A_CONTAINER, ForwardedPorts::published)),
            Map.entry("pasta.avx2", new Rule(OF_A_CONTAINER, ForwardedPorts::published)),
            Map.entry("passt", new Rule(OF_A_VIRTUAL_MACHINE, ForwardedPorts::published)),
            Map.entry("slirp4netns", new Rule(OF_A_CONTAINER)),
            Map.entry(
                    "conmon",
                    new Rule(
                            "It keeps this port for a container of podman; rules of the firewall lead to it.",
                            ForwardedPorts::conmon)),
            Map.entry(
                    "dockerd",
                    new Rule(
                            "It keeps this port for a container that publishes it; rules of the firewall lead there.",
                            arguments -> Map.of(),
                            DOCKER_OWN_PORTS)),
            Map.entry("com.docker.backend", new Rule(OF_A_VIRTUAL_MACHINE)),
            Map.entry("vpnkit", new Rule(OF_A_VIRTUAL_MACHINE)),
            Map.entry("vpnkit-bridge", new Rule(OF_A_VIRTUAL_MACHINE)),
            Map.entry("gvproxy", new Rule(OF_A_VIRTUAL_MACHINE)),
            Map.entry("wslrelay", new Rule(OF_A_VIRTUAL_LINUX)),
            Map.entry("wslhost", new Rule(OF_A_VIRTUAL_LINUX)),
            Map.entry(
                    "ssh",
                    new Rule(
                            "It only forwards, through a connection to another machine: the application is there.",
                            ForwardedPorts::ssh)),
            Map.entry(
                    "kubectl",
                    new Rule("It only forwards: the application is in a Kubernetes cluster.", ForwardedPorts::kubectl)),
            Map.entry("socat", new Rule("It only forwards what it gets.", ForwardedPorts::socat)),
            Map.entry("systemd-socket-proxyd", new Rule("It only forwards what it gets.", ForwardedPorts::lastWord)),
            Map.entry("systemd", new Rule(OF_A_UNIT)),
            Map.entry("launchd", new Rule(ON_DEMAND)),
            Map.entry("xinetd", new Rule(ON_DEMAND)),
            Map.entry("inetd", new Rule(ON_DEMAND)));

    private Forwarders() {}

    /**
     * What is known of the program.
     *
     * @param name what the process calls itself, cut by the kernel
     * @param arguments the program's own name first
     */
    static Optional<Forwarder> of(@Nullable String name, List<String> arguments) {
        String program = arguments.isEmpty() ? "" : plain(arguments.get(0));
        if (isSessionOfSshd(arguments)) {
            String meaning = "A user who has logged in through ssh has asked for this port (ssh -R): "
                    + "what connects is led to the user's own machine.";
            return Optional.of(new Forwarder("sshd", meaning, Map.of(), null, Set.of()));
        } else if (program.startsWith("qemu-system-")) {
            Rule rule = new Rule(OF_A_VIRTUAL_MACHINE, ForwardedPorts::qemu);
            return Optional.of(forwarder(program, rule, arguments))
                    .filter(found -> !found.targets().isEmpty());
        }
        return RULES.keySet().stream()
                .filter(known -> known.equals(program) || cut(known).equals(plain(name == null ? "" : name)))
                .findFirst()
                .map(known -> forwarder(known, RULES.get(known), arguments));
    }

    private static Forwarder forwarder(String program, Rule rule, List<String> arguments) {
        Map<Integer, ForwardTarget> targets = new HashMap<>(rule.targets().apply(arguments));
        ForwardTarget other = targets.remove(ForwardedPorts.ANY);
        return new Forwarder(program, rule.meaning(), targets, other, rule.ownPorts());
    }

    /** A session calls itself {@code sshd: alice@pts/0}; the server that waits for logins, {@code sshd: … [listener]}. */
    private static boolean isSessionOfSshd(List<String> arguments) {
        String title = String.join(" ", arguments);
        return (title.startsWith("sshd: ") || title.startsWith("sshd-session: ")) && !title.contains("[listener]");
    }

    private static String plain(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".exe") ? lower.substring(0, lower.length() - 4) : lower;
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
