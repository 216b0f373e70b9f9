package dev.homeport.hosts;

import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.file.LineKind;
import dev.homeport.hosts.resolver.ResolverAnswer;
import dev.homeport.hosts.resolver.Resolvers;
import dev.homeport.net.IpAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a name means: to each resolver by the file, and, when it was asked, to the system.
 *
 * @param mentions the lines on which the name stands, with what is unusual about them
 * @param system null when nobody asked it
 */
record Lookup(
        String name,
        List<Mention> mentions,
        ResolverAnswer glibc,
        ResolverAnswer musl,
        ResolverAnswer jvm,
        ResolverAnswer jvmByDefault,
        SystemQuestion.@Nullable Reply system) {

    private static final int MOST_MENTIONS = 50;

    /** A line with the name. */
    record Mention(int line, LineKind kind, String text, List<LineNote> notes) {}

    static Lookup of(JudgedHosts judged, String name, SystemQuestion.@Nullable Reply system) {
        HostsFile file = judged.hosts().file();
        Resolvers resolvers = judged.resolvers();
        return new Lookup(
                name,
                file.linesNaming(name)
                        .limit(MOST_MENTIONS)
                        .mapToObj(file::line)
                        .map(line -> new Mention(line.number(), line.kind(), line.text(), LineNote.of(line)))
                        .toList(),
                resolvers.glibc(name),
                resolvers.musl(name),
                resolvers.jvm(name),
                resolvers.jvmByDefault(name),
                system);
    }

    /** The lines that somebody takes an address from. */
    List<Integer> lines() {
        return Stream.of(glibc, musl, jvm)
                .flatMap(answer -> answer.lines().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether all of them say the same, in whatever order. */
    public boolean isAgreed() {
        Set<IpAddress> first = Set.copyOf(glibc.any());
        return Stream.of(musl, jvm).allMatch(answer -> Set.copyOf(answer.any()).equals(first));
    }
}
