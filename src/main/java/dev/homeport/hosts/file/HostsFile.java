package dev.homeport.hosts.file;

import dev.homeport.net.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A hosts file, of which nothing is lost: every line, what it is, and where each name stands. Lines are numbered from 1
 * and end at LF; where CR alone ends them all, there. What is kept is the text and a few numbers for each line and each
 * name, so that a block list of 180,000 lines costs little more than its bytes.
 */
public final class HostsFile {

    private static final LineTrait[] TRAITS = LineTrait.values();

    private final HostsText source;
    private final byte[] text;
    private final HostsScan scan;
    private final TextLines lines;
    private final int[] kindCounts = new int[LineKind.values().length];
    private int allTraits;

    private HostsFile(HostsText source) {
        this.source = source;
        this.text = source.text();
        this.scan = new HostsScan(text).run();
        this.lines = new TextLines(text, scan.starts);
        for (int line = 0; line < scan.kinds.length; line++) {
            kindCounts[scan.kinds[line]]++;
            allTraits |= scan.traits.get(line);
        }
    }

    /** The file of these bytes, which must not be changed any more. There are no bytes that are not one. */
    public static HostsFile parse(byte[] bytes) {
        return new HostsFile(HostsText.of(bytes));
    }

    /**
     * The same bytes as C programs read them: no byte order mark, no UTF-16, and lines that end at LF. This very file,
     * unless that makes a difference.
     */
    public HostsFile asRead() {
        return source.isAsRead() ? this : new HostsFile(source.asRead());
    }

    /** Whether C programs read just this. */
    public boolean isAsRead() {
        return source.isAsRead();
    }

    public Encoding encoding() {
        return source.encoding();
    }

    public LineEnds lineEnds() {
        return source.lineEnds();
    }

    /** The bytes as they are in the file. */
    public byte[] raw() {
        return source.raw();
    }

    /** How many lines there are; one without an end counts. */
    public int lines() {
        return lines.count();
    }

    public int count(LineKind kind) {
        return kindCounts[kind.ordinal()];
    }

    /** Whether the last line has no end, so that what is appended lands on it. */
    public boolean isUnended() {
        return source.isUnended();
    }

    /** How many different names the entries and the malformed lines have. */
    public int names() {
        return scan.names.names();
    }

    /** @param number from 1 */
    public LineKind kind(int number) {
        return LineKind.of(scan.kinds[number - 1]);
    }

    /** @param number from 1, of an entry */
    public EntryTarget target(int number) {
        return EntryTarget.of(scan.targets[number - 1]);
    }

    public boolean has(LineTrait trait) {
        return (allTraits & trait.bit()) != 0;
    }

    public boolean has(int number, LineTrait trait) {
        return (scan.traits.get(number - 1) & trait.bit()) != 0;
    }

    /** The numbers of the lines with {@code trait}, in their order. */
    public IntStream linesWith(LineTrait trait) {
        return has(trait) ? numbers(number -> has(number, trait)) : IntStream.empty();
    }

    /** The numbers of the lines of one kind, in their order. */
    public IntStream linesOf(LineKind kind) {
        return count(kind) == 0 ? IntStream.empty() : numbers(number -> kind(number) == kind);
    }

    private IntStream numbers(IntPredicate which) {
        return IntStream.rangeClosed(1, lines()).filter(which);
    }

    /** @param number from 1 */
    public HostsLine line(int number) {
        int from = lines.start(number);
        int to = lines.end(number);
        Set<LineTrait> traits = EnumSet.noneOf(LineTrait.class);
        for (LineTrait trait : TRAITS) {
            if (has(number, trait)) {
                traits.add(trait);
            }
        }
        return HostsLine.of(text, number, from, to, kind(number), target(number), traits);
    }

    /** The address of an entry, a disabled one too; empty on every other line. */
    public Optional<IpAddress> address(int number) {
        LineKind kind = kind(number);
        if (kind != LineKind.ENTRY && kind != LineKind.DISABLED) {
            return Optional.empty();
        }
        int to = lines.end(number);
        int start = Characters.skipBlanks(text, lines.start(number), to);
        int from = kind == LineKind.DISABLED ? DisabledEntry.content(text, start, to) : start;
        int end = Characters.wordEnd(text, from, to);
        return Optional.ofNullable(AddressToken.of(text, from, end).address());
    }

    /** A line as it stands, fit to show. */
    public String text(int number) {
        return LineText.of(text, lines.start(number), lines.end(number));
    }

    /** The entries of {@code name} whatever its case, in their order. */
    public IntStream entriesNaming(String name) {
        return linesNaming(name).filter(number -> kind(number) == LineKind.ENTRY);
    }

    /** The bytes of a line, without its LF. */
    public byte[] bytes(int number) {
        return lines.bytes(number);
    }

    /** Whether a line holds these characters, whatever the case of ASCII letters. */
    public boolean contains(int number, byte[] folded) {
        return lines.contains(number, folded);
    }

    /**
     * The lines on which {@code name} stands, whatever its case, in their order; one with the name twice comes once. They
     * are looked for only as far as they are asked for.
     */
    public IntStream linesNaming(String name) {
        return eachOnce(scan.names.places(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** The names that more than one place has, each as a number for {@link #linesOfName} and {@link #name}. */
    public IntStream repeatedNames() {
        return scan.names.repeated();
    }

    /** The lines of a repeated name, in their order; a line with the name twice comes twice. */
    public IntStream linesOfName(int repeatedName) {
        return scan.names.placesFrom(repeatedName).map(lines::at);
    }

    /** A repeated name as the file spells it first. */
    public String name(int repeatedName) {
        int from = scan.names.offset(repeatedName);
        return LineText.visible(Encoding.decode(text, from, Characters.wordEnd(text, from, text.length)));
    }

    /** Places come in the order of the text, so the same line comes in a row. */
    private IntStream eachOnce(IntStream places) {
        int[] last = {0};
        return places.map(lines::at).filter(line -> {
            boolean other = line != last[0];
            last[0] = line;
            return other;
        });
    }

    /** The same bytes are the same file. */
    @Override
    public boolean equals(Object other) {
        return other == this || other instanceof HostsFile file && Arrays.equals(raw(), file.raw());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw());
    }
}
