package dev.homeport.diagnosis;

import dev.homeport.net.IpFamily;
import dev.homeport.processes.ProcessDetails;
import dev.homeport.sockets.ListeningSocket;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What to change in a server's own configuration so that it listens on other addresses: known for common servers. */
final class BindAdvice {

    /**
     * @param program found in the process' name or command line
     * @param one how it is told to listen on one address, {@code %a}
     * @param both how it is told to listen on 127.0.0.1 and ::1
     */
    private record Server(Pattern program, String one, String both) {

        static Server of(String program, String one, String both) {
            return new Server(Pattern.compile("(^|[\\s/\\\\])(" + program + ")([\\s.:]|$)"), one, both);
        }
    }

    private static final List<Server> KNOWN = List.of(
            Server.of(
                    "docker-proxy|conmon",
                    "publish it as -p %a:%p:…",
                    "publish it twice: -p 127.0.0.1:%p:… -p [::1]:%p:…"),
            Server.of("vite|nuxt|astro|ng", "start it with --host %a", "start it with --host localhost, or --host ::"),
            Server.of("next|next-server", "start it with -H %a", "start it with -H ::"),
            Server.of(
                    "manage\\.py|runserver|django-admin",
                    "start it with runserver %u:%p",
                    "start it with runserver [::]:%p"),
            Server.of("rails|puma|rackup", "start it with -b %a", "start it with -b localhost"),
            Server.of("flask", "start it with --host %a", "start it with --host ::"),
            Server.of("uvicorn|fastapi|hypercorn", "start it with --host %a", "start it with --host ''"),
            Server.of("gunicorn", "start it with --bind %u:%p", "start it with --bind 127.0.0.1:%p --bind [::1]:%p"),
            Server.of("http\\.server", "start it with --bind %a", "start it with --bind ::"),
            Server.of(
                    "postgres|postgresql",
                    "set listen_addresses = '%a' in postgresql.conf",
                    "set listen_addresses = 'localhost' in postgresql.conf"),
            Server.of("mysqld|mariadbd", "set bind-address = %a", "set bind-address = 127.0.0.1,::1"),
            Server.of(
                    "redis-server|valkey-server", "set bind %a in redis.conf", "set bind 127.0.0.1 ::1 in redis.conf"),
            Server.of(
                    "nginx",
                    "write listen %u:%p; in its configuration",
                    "write listen 127.0.0.1:%p; and listen [::1]:%p;"),
            Server.of(
                    "node", "listen with server.listen(%p, '%a')", "listen with server.listen(%p), without an address"),
            Server.of(
                    "java",
                    "start it with --server.address=%a if it is a Spring Boot application",
                    "start it with --server.address=:: if it is a Spring Boot application"));

    private static final String OTHER =
            "Tell it to listen on %a: most servers have --host, --bind or a setting of that name";
    private static final String OTHER_BOTH =
            "Tell it to listen on 127.0.0.1 and on ::1: most servers have --host, --bind or a setting of that name";

    private BindAdvice() {}

    /** So that it listens where the target leads. */
    static Remedy of(ListeningSocket socket, Target target) {
        String address =
                target.address() == null ? "127.0.0.1" : target.address().text();
        String url = target.address() == null ? "127.0.0.1" : target.address().urlText();
        String text = server(socket, false)
                .replace("%a", address)
                .replace("%u", url)
                .replace("%p", Integer.toString(target.port()));
        return new Remedy(
                List.of(),
                sentence(text) + ", or connect to " + SocketText.binds(List.of(socket)) + ".",
                risk(address));
    }

    /** So that it listens on both loopback addresses. */
    static Remedy both(ListeningSocket socket, Target target) {
        String text = server(socket, true).replace("%p", Integer.toString(target.port()));
        String answering = socket.bind().address().family() == IpFamily.IPV4 ? "127.0.0.1" : "[::1]";
        return new Remedy(
                List.of(),
                sentence(text) + ", or let the client connect to " + answering + ":" + target.port() + ".",
                text.contains("::") && !text.contains("::1")
                        ? ":: is all addresses: other machines can reach it too, as far as the firewall lets them."
                        : "");
    }

    /** So that others reach it too. */
    static Remedy everywhere(ListeningSocket socket, Target target) {
        String text = server(socket, false)
                .replace("%a", "0.0.0.0")
                .replace("%u", "0.0.0.0")
                .replace("%p", Integer.toString(target.port()));
        return new Remedy(List.of(), sentence(text) + ".", risk("0.0.0.0"));
    }

    private static String risk(String address) {
        return address.startsWith("127.") || address.equals("::1")
                ? ""
                : "At that address other machines can reach it too, as far as the firewall lets them.";
    }

    private static String server(ListeningSocket socket, boolean both) {
        String text = socket.owner().primary().map(BindAdvice::words).orElse("");
        return KNOWN.stream()
                .filter(server -> server.program().matcher(text).find())
                .map(server -> both ? server.both() : server.one())
                .findFirst()
                .orElse(both ? OTHER_BOTH : OTHER);
    }

    private static String words(ProcessDetails process) {
        String command = process.commandLine() == null ? "" : process.commandLine();
        return (process.displayName() + " " + command).toLowerCase(Locale.ROOT);
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
