package dev.homeport.hosts;

import dev.homeport.hosts.file.HostsFile;
import dev.homeport.net.IpAddress;
import java.util.Optional;

/**
 * A name on a line, behind another line with the same name in the same family.
 *
 * @param line the first such line
 * @param isSame whether it gives the same address
 */
record EarlierLine(String name, int line, boolean isSame) {

    /** Empty when no line before has the name in this family. */
    static Optional<EarlierLine> of(HostsFile file, int number, String name) {
        Optional<IpAddress> own = file.address(number);
        return file.entriesNaming(name)
                .takeWhile(earlier -> earlier < number)
                .filter(earlier -> isOfSameFamily(file.address(earlier), own))
                .boxed()
                .findFirst()
                .map(first -> new EarlierLine(name, first, file.address(first).equals(own)));
    }

    private static boolean isOfSameFamily(Optional<IpAddress> one, Optional<IpAddress> other) {
        return one.map(IpAddress::family).equals(other.map(IpAddress::family));
    }

    /** {@code db.test: same as line 3}. */
    public String text() {
        return name + (isSame ? ": the same as on line " : ": line ") + line + (isSame ? "" : " comes first");
    }
}
