package dev.homeport.hosts.file;

/**
 * A line as it stands, fit to show: blanks and tabs stay, a control character is shown by its picture ({@code ␍}) and
 * one that would turn the direction of writing by its number, so that nothing hides (DOMAIN R10.8).
 */
final class LineText {

    private static final int LONGEST = 4096;
    private static final char PICTURES = '\u2400';
    private static final char PICTURE_OF_DELETE = '\u2421';

    private LineText() {}

    static String of(byte[] text, int from, int to) {
        boolean returned = to > from && text[to - 1] == '\r';
        int end = returned ? to - 1 : to;
        int cut = Math.min(end, from + LONGEST);
        String shown = visible(Encoding.decode(text, from, cut));
        return cut == end ? shown : shown + "… (" + (end - cut) + " bytes more)";
    }

    /** Text with all that would hide made visible. */
    static String visible(String line) {
        if (line.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            return line;
        }
        StringBuilder shown = new StringBuilder(line.length());
        line.codePoints().forEach(point -> append(shown, point));
        return shown.toString();
    }

    private static void append(StringBuilder shown, int point) {
        if (point == '\t') {
            shown.append('\t');
        } else if (point < ' ') {
            shown.append((char) (PICTURES + point));
        } else if (point == 0x7f) {
            shown.append(PICTURE_OF_DELETE);
        } else if (isHidden(point)) {
            shown.append(String.format("⟨U+%04X⟩", point));
        } else {
            shown.appendCodePoint(point);
        }
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
