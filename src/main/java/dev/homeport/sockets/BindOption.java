package dev.homeport.sockets;

import dev.homeport.processes.ProcessDetails;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * How programs that developers run are told on which address to listen. All texts are parts of a sentence, and have {@code
 * %a} for an address, {@code %u} for the same in a URL, {@code %p} for the port.
 *
 * @param program found in the process' name or command line
 * @param one how it is told one address
 * @param both how it is told both addresses of loopback; null where it takes one alone
 * @param all how it is told all addresses; null where that is one like any other
 */
record BindOption(
        Pattern program,
        String one,
        @Nullable String both,
        @Nullable String all) {

    private static final String HOST = "start it with --host %a";

    private static final List<BindOption> KNOWN = List.of(
            of("docker-proxy|conmon|rootlessport", "publish it with -p %u:%p:…")
                    .both("publish it twice: -p 127.0.0.1:%p:… -p [::1]:%p:…")
                    .all("publish it with -p %p:… instead of -p 127.0.0.1:%p:…"),
            of("kubectl", "start kubectl port-forward with --address %a")
                    .both("start kubectl port-forward with --address localhost"),
            of("ssh", "start ssh with -L %u:%p:…").all("start ssh with -g, or -L 0.0.0.0:%p:…"),
            of("next|next-server", "start it with -H %a").both("start it with -H ::"),
            of("react-scripts", "start it with HOST=%a in its environment"),
            of("hugo", "start it with --bind %a"),
            of("vite|nuxt|astro|ng", HOST).both("start it with --host localhost, or --host ::"),
            of("webpack|webpack-dev-server|vue-cli-service|parcel|jekyll", HOST).both("start it with --host ::"),
            of("manage\\.py|runserver|django-admin", "start it with runserver %u:%p")
                    .both("start it with runserver [::]:%p"),
            of("rails|puma|rackup", "start it with -b %a").both("start it with -b localhost"),
            of("flask", HOST).both("start it with --host ::"),
            of("uvicorn|fastapi|hypercorn", HOST).both("start it with --host ''"),
            of("gunicorn", "start it with --bind %u:%p").both("start it with --bind 127.0.0.1:%p --bind [::1]:%p"),
            of("http\\.server", "start it with --bind %a").both("start it with --bind ::"),
            of("jupyter|jupyter-lab|jupyter-notebook", "start it with --ip %a").both("start it with --ip ::"),
            of("streamlit", "start it with --server.address %a").both("start it with --server.address ::"),
            of("php", "start it with php -S %u:%p"),
            of("postgres|postgresql", "set listen_addresses = '%a' in postgresql.conf")
                    .both("set listen_addresses = 'localhost' in postgresql.conf")
                    .all("set listen_addresses = '*' in postgresql.conf, and allow the network in pg_hba.conf"),
            of("mysqld|mariadbd", "set bind-address = %a in its configuration")
                    .both("set bind-address = 127.0.0.1,::1 in its configuration"),
            of("redis-server|valkey-server", "set bind %a in its configuration")
                    .both("set bind 127.0.0.1 ::1 in its configuration")
                    .all("set bind 0.0.0.0 and a password (requirepass) in its configuration"),
            of("mongod", "set net.bindIp: %a in its configuration")
                    .both("set net.bindIp: 127.0.0.1,::1 and net.ipv6: true in its configuration")
                    .all("set net.bindIp: 0.0.0.0 in its configuration, and switch authorization on"),
            of("nginx", "write listen %u:%p; in its configuration")
                    .both("write listen 127.0.0.1:%p; and listen [::1]:%p; in its configuration")
                    .all("write listen %p; without an address in its configuration"),
            of("ollama", "start it with OLLAMA_HOST=%a in its environment"),
            of("node", "listen with server.listen(%p, '%a')").both("listen with server.listen(%p), without an address"),
            of("java", "start it with --server.address=%a if it is a Spring Boot application")
                    .both("start it with --server.address=:: if it is a Spring Boot application"));

    private static final BindOption OTHER = new BindOption(
            Pattern.compile(""),
            "tell it to listen on %a, by --host, --bind or a setting of that name",
            "tell it to listen on 127.0.0.1 and on ::1, by --host, --bind or a setting of that name",
            "start it with --host 0.0.0.0, or with whatever names the bind address in it");

    private static BindOption of(String program, String one) {
        return new BindOption(Pattern.compile("(^|[\\s/\\\\])(" + program + ")([\\s.:]|$)"), one, null, null);
    }

    private BindOption both(String text) {
        return new BindOption(program, one, text, all);
    }

    private BindOption all(String text) {
        return new BindOption(program, one, both, text);
    }

    /** Programs hold many sockets, and are asked about at each drawing of a page: found once, forgotten when memory is short. */
    private static final Map<ProcessDetails, BindOption> FOUND = new ConcurrentReferenceHashMap<>();

    /** Of the program that holds a socket; the general one where it is not known. */
    static BindOption of(ListeningSocket socket) {
        return socket.owner()
                .primary()
                .map(process -> FOUND.computeIfAbsent(process, BindOption::of))
                .orElse(OTHER);
    }

    private static BindOption of(ProcessDetails process) {
        String words = words(process);
        return KNOWN.stream()
                .filter(option -> option.program.matcher(words).find())
                .findFirst()
                .orElse(OTHER);
    }

    private static String words(ProcessDetails process) {
        String command = process.commandLine() == null ? "" : process.commandLine();
        return (process.displayName() + " " + command).toLowerCase(Locale.ROOT);
    }
}
