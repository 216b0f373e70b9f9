package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.cause.Observation;
import dev.homeport.diagnosis.cause.Remedy;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.finding.Fix;
import dev.homeport.hosts.JudgedHosts;
import dev.homeport.hosts.file.HostsLine;
import dev.homeport.hosts.lint.FileEdit;
import dev.homeport.hosts.lint.HostsFinding;
import dev.homeport.localhost.Client;
import dev.homeport.net.IpAddress;
import dev.homeport.platform.HostileText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A line of the hosts file that was meant for the name, and is not understood so (DOMAIN R4.1 to R4.10, section 4.3). */
final class HostsRules {

    /** Rules of section 4.3 about lines that are not what they seem to be. */
    private static final Set<String> OF_LINES = Set.of("H10", "H11", "H12", "H22", "H25", "H34");

    /** Those about files that are not. */
    private static final Set<String> OF_FILE = Set.of("H06", "H07", "H30", "H32");

    private static final int LONGEST_LINE = 120;

    private final Examination examined;

    HostsRules(Examination examined) {
        this.examined = examined;
    }

    /** Only where the name does not lead to loopback, so that the line is to blame. */
    Optional<Cause> cause() {
        String name = examined.target().name();
        boolean isWell =
                examined.meant(Client.NATIVE).stream().map(Destination::address).anyMatch(IpAddress::isLoopback);
        return name == null || isWell
                ? Optional.empty()
                : examined.situation().hosts().flatMap(judged -> broken(judged, name));
    }

    private Optional<Cause> broken(JudgedHosts judged, String name) {
        return judged.findings().stream()
                .filter(finding -> OF_LINES.contains(finding.id()))
                .flatMap(finding -> finding.lines().stream()
                        .map(number -> judged.hosts().file().line(number))
                        .filter(line -> isMeant(line.text().toLowerCase(Locale.ROOT), name))
                        .map(line -> ofLine(judged, name, finding, line)))
                .findFirst()
                .or(() -> ofFile(judged, name));
    }

    /** The name as a word, with an address stuck to it, or by a wildcard that covers it. */
    private static boolean isMeant(String line, String name) {
        String text = line.split("#", 2)[0];
        boolean isWritten = Pattern.compile("(?<![a-z_.-])" + Pattern.quote(name) + "(?![\\w.-])")
                .matcher(text)
                .find();
        int dot = name.indexOf('.');
        return isWritten || dot > 0 && text.contains("*" + name.substring(dot));
    }

    /** Its encoding, its line ends, or that nobody reads it. */
    private static Optional<Cause> ofFile(JudgedHosts judged, String name) {
        return judged.findings().stream()
                .filter(finding -> OF_FILE.contains(finding.id()))
                .filter(finding -> isIn(judged.hosts().file().raw(), name))
                .findFirst()
                .map(finding -> new Cause(
                        CauseCode.HOSTS_BROKEN,
                        Confidence.MEDIUM,
                        "The hosts file as a whole is not read as it was meant, so that it may not give " + name
                                + " its address: " + finding.message(),
                        List.of(new Observation(finding.message(), "hosts file, " + finding.id(), "R4.1")),
                        remedy(finding.fix()),
                        null));
    }

    /** Whether the name stands in the file at all, in whichever encoding. */
    private static boolean isIn(byte[] file, String name) {
        return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                .anyMatch(encoding -> new String(file, encoding).contains(name));
    }

    private static Cause ofLine(JudgedHosts judged, String name, HostsFinding finding, HostsLine line) {
        String text = HostileText.clean(line.text(), LONGEST_LINE);
        Fix fix = new FileEdit(judged.hosts())
                .append("127.0.0.1 " + name, "adds a line that resolvers understand; take the other one out");
        return new Cause(
                CauseCode.HOSTS_BROKEN,
                Confidence.HIGH,
                "Line " + line.number() + " of the hosts file was meant for " + name + ", and is not understood so: "
                        + finding.message(),
                List.of(new Observation(text, "hosts file, line " + line.number() + ", " + finding.id(), "R4.1")),
                remedy(fix),
                null);
    }

    static Remedy remedy(Fix fix) {
        return Remedy.of(fix, "It makes a copy of the file first.");
    }
}
