package dev.homeport.hosts;

import dev.homeport.hosts.file.HostsLine;
import dev.homeport.hosts.file.LineKind;
import dev.homeport.hosts.file.LineTrait;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What somebody makes of a line that others read otherwise (DOMAIN R4.3 to R4.10).
 *
 * @param who the resolver
 * @param what it does, and why
 */
record LineNote(String who, String what) {

    private static final int WINDOWS_NAMES = 9;

    static List<LineNote> of(HostsLine line) {
        List<LineNote> notes = new ArrayList<>();
        Set<LineTrait> traits = line.traits();
        boolean entry = line.kind() == LineKind.ENTRY;
        if (traits.contains(LineTrait.NOT_DOTTED_QUAD)) {
            notes.add(new LineNote("glibc", "ignores it: the address is no dotted quad"));
            notes.add(new LineNote("musl, Java", "read the address, each in its own way"));
        }
        if (traits.contains(LineTrait.ZONE) && entry) {
            notes.add(new LineNote("glibc", "ignores it: the address has a zone"));
            notes.add(new LineNote("musl, macOS", "take it where the interface exists"));
        }
        if (traits.contains(LineTrait.INDENTED) && !line.names().isEmpty()) {
            notes.add(new LineNote("musl, Java’s own reader", "ignore it: indented"));
        }
        if (traits.contains(LineTrait.LONG)) {
            notes.add(new LineNote("musl", "reads it in pieces of 511 bytes"));
        }
        if (traits.contains(LineTrait.MANY_NAMES)) {
            notes.add(new LineNote(
                    "Windows",
                    "ignores " + (line.names().size() + line.moreNames() - WINDOWS_NAMES) + " of the names"));
        }
        if (traits.contains(LineTrait.UNENDED) && !line.names().isEmpty()) {
            notes.add(new LineNote("musl", "does not find the last name: no line end"));
        }
        if (traits.contains(LineTrait.CAPITALS) && entry) {
            notes.add(new LineNote("musl", "finds names only as they are written"));
        }
        if (traits.contains(LineTrait.MAPPED) && entry) {
            notes.add(new LineNote("musl", "has no answer for who asks for IPv4"));
        }
        if (traits.contains(LineTrait.NON_ASCII_NAME) && entry) {
            notes.add(new LineNote("browsers, Node.js", "ask for the xn-- form instead"));
        }
        if (traits.contains(LineTrait.WILDCARD) && entry) {
            notes.add(new LineNote("everybody", "takes the * for itself"));
        }
        if (traits.contains(LineTrait.NUL)) {
            notes.add(new LineNote("glibc, musl", "end the line at the byte 0"));
        }
        return notes;
    }
}
