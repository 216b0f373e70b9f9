package dev.homeport.hosts.resolver;

/** {@code /etc/host.conf}, as far as it decides on a hosts file (host.conf(5), DOMAIN R4.5). */
final class HostConf {

    private HostConf() {}

    /** Whether glibc takes all lines with a name; without the file, or without {@code multi on} in it, the first alone. */
    static boolean isMulti(String text) {
        boolean multi = false;
        for (String line : text.split("\n")) {
            String[] words = line.replaceFirst("#.*", "").strip().split("[\\s,]+");
            if (words.length >= 2 && words[0].equals("multi")) {
                multi = words[1].equals("on");
            }
        }
        return multi;
    }
}
