package dev.homeport.hosts;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.elsewhere.Elsewhere;
import dev.homeport.answer.elsewhere.Seen;
import dev.homeport.hosts.lint.HostsFinding;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshots;
import java.util.List;
import java.util.Optional;

/**
 * A hosts file and what is to be said of it.
 *
 * @param path the file that is looked for, whether it is there or not
 * @param judged empty while it was never read
 * @param findings of the file, or of one that could not be read
 * @param snapshots what all this is made from
 */
record SeenHosts(
        Seen<Hosts> seen, String path, Optional<JudgedHosts> judged, List<HostsFinding> findings, Snapshots snapshots) {

    SeenHosts {
        findings = List.copyOf(findings);
    }

    Reading<Hosts> reading() {
        return seen.reading();
    }

    /**
     * For the system's resolver, which answers from where Homeport is.
     *
     * @throws BadParameter when it is another namespace's
     */
    void requireOwn() {
        if (seen.elsewhere() != null) {
            throw new BadParameter(
                    Elsewhere.PARAMETER,
                    seen.elsewhere(),
                    "that of Homeport, or none, where the system’s resolver is asked: it answers from there");
        }
    }
}
