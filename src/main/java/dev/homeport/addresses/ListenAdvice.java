package dev.homeport.addresses;

import dev.homeport.processes.ProcessDetails;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How programs that developers run are told to listen for other machines too. */
final class ListenAdvice {

    /** @param program found in the process' name or command line */
    private record Advice(Pattern program, String text) {

        static Advice of(String program, String text) {
            return new Advice(Pattern.compile("(^|[\\s/\\\\])(" + program + ")([\\s.:]|$)"), text);
        }
    }

    private static final List<Advice> KNOWN = List.of(
            Advice.of("docker-proxy|rootlessport", "publish it with -p %d:… instead of -p 127.0.0.1:%d:…"),
            Advice.of("kubectl", "start kubectl port-forward with --address 0.0.0.0"),
            Advice.of("ssh", "start ssh with -g, or -L 0.0.0.0:%d:…"),
            Advice.of("next|next-server", "start it with -H 0.0.0.0"),
            Advice.of("react-scripts", "start it with HOST=0.0.0.0 in its environment"),
            Advice.of(
                    "vite|nuxt|astro|ng|webpack|webpack-dev-server|vue-cli-service|parcel|hugo|jekyll",
                    "start it with --host 0.0.0.0 (hugo: --bind 0.0.0.0)"),
            Advice.of("flask|uvicorn|fastapi|hypercorn", "start it with --host 0.0.0.0"),
            Advice.of("gunicorn", "start it with --bind 0.0.0.0:%d"),
            Advice.of("manage\\.py|runserver", "start it with runserver 0.0.0.0:%d"),
            Advice.of("http\\.server", "start it with --bind 0.0.0.0"),
            Advice.of("jupyter|jupyter-lab|jupyter-notebook", "start it with --ip 0.0.0.0"),
            Advice.of("streamlit", "start it with --server.address 0.0.0.0"),
            Advice.of("rails|puma|rackup", "start it with -b 0.0.0.0"),
            Advice.of("php", "start it with php -S 0.0.0.0:%d"),
            Advice.of(
                    "postgres", "set listen_addresses = '*' in postgresql.conf, and allow the network in pg_hba.conf"),
            Advice.of("mysqld|mariadbd", "set bind-address = 0.0.0.0 in its configuration"),
            Advice.of(
                    "redis-server|valkey-server", "set bind 0.0.0.0 and a password (requirepass) in its configuration"),
            Advice.of("mongod", "set net.bindIp: 0.0.0.0 in its configuration, and switch authorization on"),
            Advice.of("nginx", "write listen %d; without an address in its configuration"),
            Advice.of("ollama", "start it with OLLAMA_HOST=0.0.0.0 in its environment"),
            Advice.of("java", "start it with --server.address=0.0.0.0 if it is a Spring Boot application"));

    private static final String OTHERWISE =
            "start it with --host 0.0.0.0, or with whatever names the bind address in it";

    private ListenAdvice() {}

    /** What to change, as a part of a sentence. */
    static String of(Optional<ProcessDetails> process, int port) {
        return process.map(known -> of(known, port)).orElse(OTHERWISE);
    }

    private static String of(ProcessDetails process, int port) {
        String text = (process.displayName() + " " + (process.commandLine() == null ? "" : process.commandLine()))
                .toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(advice -> advice.program().matcher(text).find())
                .map(advice -> advice.text().replace("%d", Integer.toString(port)))
                .findFirst()
                .orElse(OTHERWISE);
    }
}
