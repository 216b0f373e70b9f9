package dev.homeport.processes;

import dev.homeport.platform.HostileText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from a forwarder's arguments which port it forwards where: a map from its own port to the target. */
final class ForwardedPorts {

    /** {@code [bind:]port:host:port} of ssh(1), with IPv6 addresses in brackets. */
    private static final Pattern SSH_FORWARD =
            Pattern.compile("(?:(?:\\[[^]]*]|[^:]*):)?(\\d{1,5}):((?:\\[[^]]+]|[^:]+):\\d{1,5})");

    private static final String SSH_OPTIONS_WITH_VALUE = "BbcDEeFIiJLlmOoPpQRSWw";

    private static final Pattern KUBERNETES_RESOURCE = Pattern.compile("(?:[a-z.]+/)?[a-z0-9]([a-z0-9.-]{0,252})");
    private static final Pattern KUBERNETES_PORTS = Pattern.compile("(\\d{1,5})(?::(\\d{1,5}))?");

    /** {@code [address[%device]/]port[:port]} of pasta(1), or {@code [address:]port:port[/protocol]} of rootlesskit. */
    private static final Pattern PUBLISHED =
            Pattern.compile("(?:.*[/:])?(\\d{1,5})(?:-\\1)?:(\\d{1,5})(?:-\\2)?(?:/\\w+)?");

    private static final Pattern SOCAT_LISTEN =
            Pattern.compile("(?i)(?:tcp|udp|sctp)\\d?-(?:l|listen|recvfrom|recv):(\\d{1,5}).*");

    /** Other kinds of targets are commands and proxies, whose words are not ours to show. */
    private static final Pattern SOCAT_CONNECT =
            Pattern.compile("(?i)(?:tcp|udp|sctp|ssl|openssl|unix)\\w*(?:-\\w+)?:.+");

    private static final Pattern QEMU_FORWARD = Pattern.compile("hostfwd=\\w*:[^:]*:(\\d{1,5})-[^:]*:(\\d{1,5})");

    /** Stands for all ports of a forwarder whose arguments name none. */
    static final int ANY = 0;

    private static final int LONGEST_TARGET = 200;

    private ForwardedPorts() {}

    /** The container, and no port. */
    static Map<Integer, ForwardTarget> conmon(List<String> arguments) {
        return PodmanContainer.ofConmon(arguments)
                .map(told -> Map.<Integer, ForwardTarget>of(
                        ANY, new ForwardTarget.NameOfContainer(told.name(), told.shortId())))
                .orElse(Map.of());
    }

    /** The port that is published, and the container's address and port. */
    static Map<Integer, ForwardTarget> dockerProxy(List<String> arguments) {
        return Publication.ofDockerProxy(arguments)
                .map(told -> Map.<Integer, ForwardTarget>of(
                        told.published().port(), new ForwardTarget.AddressOfContainer(told.target())))
                .orElse(Map.of());
    }

    /** {@code -L 5432:db:5432 -D 1080 bastion}; options may stand together, {@code -fNL}. */
    static Map<Integer, ForwardTarget> ssh(List<String> arguments) {
        Map<Integer, String> targets = new HashMap<>();
        List<String> words = new ArrayList<>();
        for (int i = 1; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int option = argument.startsWith("-") ? indexOfOptionWithValue(argument) : -1;
            if (option > 0) {
                boolean apart = option == argument.length() - 1;
                String value = apart ? get(arguments, ++i) : argument.substring(option + 1);
                sshTarget(argument.charAt(option), value, targets);
            } else if (!argument.startsWith("-")) {
                words.add(argument);
            }
        }
        String through = words.isEmpty() ? "" : " through " + words.get(0);
        targets.replaceAll((port, target) -> target + through);
        return elsewhere(targets);
    }

    private static int indexOfOptionWithValue(String argument) {
        for (int i = 1; i < argument.length(); i++) {
            if (SSH_OPTIONS_WITH_VALUE.indexOf(argument.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static void sshTarget(char option, String value, Map<Integer, String> targets) {
        Matcher forward = SSH_FORWARD.matcher(value);
        if (option == 'L' && forward.matches()) {
            put(targets, forward.group(1), forward.group(2));
        } else if (option == 'D') {
            put(targets, value.substring(value.lastIndexOf(':') + 1), "wherever the client asks (SOCKS),");
        }
    }

    /** {@code kubectl port-forward pod/web 8080:80 9090}. A word after an option may be its value, and a secret. */
    static Map<Integer, ForwardTarget> kubectl(List<String> arguments) {
        Map<Integer, String> targets = new HashMap<>();
        String resource = "";
        for (int i = arguments.indexOf("port-forward") + 1; 0 < i && i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean mayBeAValue =
                    arguments.get(i - 1).startsWith("-") && arguments.get(i - 1).indexOf('=') < 0;
            Matcher ports = KUBERNETES_PORTS.matcher(argument);
            if (ports.matches() && !resource.isEmpty()) {
                String port = ports.group(2) == null ? ports.group(1) : ports.group(2);
                put(targets, ports.group(1), resource + ", port " + port);
            } else if (!mayBeAValue
                    && resource.isEmpty()
                    && KUBERNETES_RESOURCE.matcher(argument).matches()) {
                resource = argument;
            }
        }
        return elsewhere(targets);
    }

    /** The values of pasta's {@code -t} and {@code -u}, or of rootlesskit's {@code -p}, lists with commas included. */
    static Map<Integer, ForwardTarget> published(List<String> arguments) {
        Map<Integer, String> targets = new HashMap<>();
        for (String argument : arguments) {
            String value = argument.startsWith("-") ? argument.substring(argument.indexOf('=') + 1) : argument;
            for (String one : value.split(",")) {
                Matcher ports = PUBLISHED.matcher(one);
                if (ports.matches()) {
                    put(targets, ports.group(1), "port " + ports.group(2) + " inside the container's network");
                }
            }
        }
        return elsewhere(targets);
    }

    /** {@code TCP-LISTEN:8080,fork TCP:10.0.0.5:80}. */
    static Map<Integer, ForwardTarget> socat(List<String> arguments) {
        Map<Integer, String> targets = new HashMap<>();
        for (int i = 1; i < arguments.size(); i++) {
            Matcher listen = SOCAT_LISTEN.matcher(arguments.get(i));
            String other = get(arguments, i + 1).isEmpty() ? get(arguments, i - 1) : get(arguments, i + 1);
            if (listen.matches() && SOCAT_CONNECT.matcher(other).matches()) {
                put(targets, listen.group(1), other.split(",")[0]);
            }
        }
        return elsewhere(targets);
    }

    /** {@code -netdev user,hostfwd=tcp::2222-:22}. */
    static Map<Integer, ForwardTarget> qemu(List<String> arguments) {
        Map<Integer, String> targets = new HashMap<>();
        for (String argument : arguments) {
            Matcher forward = QEMU_FORWARD.matcher(argument);
            while (forward.find()) {
                put(targets, forward.group(1), "port " + forward.group(2) + " of the virtual machine");
            }
        }
        return elsewhere(targets);
    }

    /** {@code systemd-socket-proxyd 10.0.0.5:80}, which is given its socket. */
    static Map<Integer, ForwardTarget> lastWord(List<String> arguments) {
        return elsewhere(arguments.size() < 2 ? Map.of() : Map.of(ANY, arguments.get(arguments.size() - 1)));
    }

    private static Map<Integer, ForwardTarget> elsewhere(Map<Integer, String> words) {
        Map<Integer, ForwardTarget> targets = new HashMap<>();
        words.forEach((port, word) -> targets.put(
                port, new ForwardTarget.Elsewhere(HostileText.cut(SecretMask.mask(List.of(word)), LONGEST_TARGET))));
        return targets;
    }

    private static void put(Map<Integer, String> targets, String port, String target) {
        if (port.matches("\\d{1,5}")) {
            targets.put(Integer.parseInt(port), target);
        }
    }

    private static String get(List<String> arguments, int index) {
        return 0 <= index && index < arguments.size() ? arguments.get(index) : "";
    }
}
