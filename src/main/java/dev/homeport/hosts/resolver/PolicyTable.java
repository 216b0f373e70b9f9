package dev.homeport.hosts.resolver;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The table by which glibc orders addresses: its own (RFC 6724, section 2.1, with the precedences of RFC 3484), or
 * {@code /etc/gai.conf}'s. One {@code precedence} line there replaces all precedences, one {@code label} line all labels
 * (gai.conf(5), DOMAIN R3.5).
 */
public record PolicyTable(List<Row> labels, List<Row> precedences) {

    private static final String DEFAULT = String.join(
            "\n",
            "label ::1/128 0",
            "label ::/0 1",
            "label 2002::/16 2",
            "label ::/96 3",
            "label ::ffff:0:0/96 4",
            "label fec0::/10 5",
            "label fc00::/7 6",
            "label 2001:0::/32 7",
            "precedence ::1/128 50",
            "precedence ::/0 40",
            "precedence 2002::/16 30",
            "precedence ::/96 20",
            "precedence ::ffff:0:0/96 10");

    private static final String RFC_6724 = String.join(
            "\n",
            "label ::1/128 0",
            "label ::/0 1",
            "label 2002::/16 2",
            "label ::ffff:0:0/96 4",
            "label 2001:0::/32 5",
            "label fc00::/7 13",
            "precedence ::1/128 50",
            "precedence ::/0 40",
            "precedence ::ffff:0:0/96 35",
            "precedence 2002::/16 30",
            "precedence 2001:0::/32 5",
            "precedence fc00::/7 3");

    /** glibc's, on a machine without {@code /etc/gai.conf}. */
    public static final PolicyTable STANDARD = parse(DEFAULT);

    /** musl's, which no file changes. */
    static final PolicyTable MUSL = parse(RFC_6724);

    /** A network and what is said of it. */
    public record Row(IpAddress network, int prefix, int value) {}

    public PolicyTable {
        labels = List.copyOf(labels);
        precedences = List.copyOf(precedences);
    }

    private static PolicyTable parse(String text) {
        return new PolicyTable(rows(text, "label"), rows(text, "precedence"));
    }

    /** The table that the text of {@code /etc/gai.conf} makes; lines that make no sense are passed over, as glibc does. */
    public static PolicyTable of(String gaiConf) {
        PolicyTable written = parse(gaiConf);
        return new PolicyTable(
                written.labels.isEmpty() ? STANDARD.labels : written.labels,
                written.precedences.isEmpty() ? STANDARD.precedences : written.precedences);
    }

    /** Whether {@code /etc/gai.conf} changes anything. */
    public boolean isStandard() {
        return equals(STANDARD);
    }

    int label(IpAddress address) {
        return value(labels, address);
    }

    int precedence(IpAddress address) {
        return value(precedences, address);
    }

    private static int value(List<Row> rows, IpAddress address) {
        IpAddress wide = address.withoutZone().mapped();
        return rows.stream()
                .filter(row -> wide.isIn(row.network(), row.prefix()))
                .max(Comparator.comparingInt(Row::prefix))
                .map(Row::value)
                .orElse(0);
    }

    private static List<Row> rows(String text, String keyword) {
        List<Row> rows = new ArrayList<>();
        for (String line : text.split("\n")) {
            String[] words = line.replaceFirst("#.*", "").strip().split("\\s+");
            if (words.length == 3 && words[0].equals(keyword) && words[2].matches("\\d{1,6}")) {
                row(words[1], Integer.parseInt(words[2])).ifPresent(rows::add);
            }
        }
        return rows;
    }

    private static Optional<Row> row(String network, int value) {
        String[] parts = network.split("/", 2);
        int prefix = parts.length == 2 && parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : 128;
        return IpAddress.parse(parts[0])
                .filter(address -> address.family() == IpFamily.IPV6 && prefix <= 128)
                .map(address -> new Row(address, prefix, value));
    }
}
