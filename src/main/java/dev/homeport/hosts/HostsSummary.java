package dev.homeport.hosts;

import dev.homeport.finding.Severity;
import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.file.LineKind;
import dev.homeport.hosts.lint.HostsFinding;
import dev.homeport.net.CountText;
import dev.homeport.net.LocalhostName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A hosts file in a sentence: what is right and what is not.
 *
 * @param right what localhost is, and what else is in the file
 * @param wrong the worst of it with its line, and how much more there is
 * @param worst how bad that is; INFO when nothing is wrong
 */
record HostsSummary(String right, String wrong, Severity worst) {

    static HostsSummary of(JudgedHosts judged) {
        List<HostsFinding> wrong = judged.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
        return new HostsSummary(
                localhost(judged.hosts().file()) + "; " + rest(judged) + ".",
                wrong.isEmpty() ? "Nothing in it is wrong." : wrong(wrong),
                wrong.isEmpty() ? Severity.INFO : wrong.get(0).severity());
    }

    private static String localhost(HostsFile file) {
        String lines = file.entriesNaming(LocalhostName.NAME)
                .limit(3)
                .mapToObj(number -> file.line(number).address() + " (line " + number + ")")
                .collect(Collectors.joining(" and "));
        return lines.isEmpty() ? "The file does not say what localhost is" : "localhost is " + lines;
    }

    private static String rest(JudgedHosts judged) {
        HostsFile file = judged.hosts().file();
        int blocked = judged.grouping().count(EntryGroup.BLOCK_LIST);
        String entries = CountText.of(file.count(LineKind.ENTRY), "entry", "entries") + " on "
                + CountText.of(file.lines(), "line", "lines");
        return blocked == 0 ? entries : entries + ", " + CountText.of(blocked) + " of them a block list";
    }

    private static String wrong(List<HostsFinding> wrong) {
        HostsFinding first = wrong.get(0);
        String message = first.message().substring(0, first.message().length() - 1);
        String where = first.count() == 0 ? "" : " (" + first.where() + ")";
        int more = wrong.size() - 1;
        return "Not right: " + message + where + (more == 0 ? "." : ", and " + CountText.of(more) + " more.");
    }
}
