package dev.homeport.processes;

import dev.homeport.platform.HostileText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what looks like a secret in a command line (DOMAIN R10.7): rather one word too many than one password. It is
 * applied in the collector, so that no page, answer or log ever has the raw text.
 */
final class SecretMask {

    static final String MASK = "***";

    private static final String WORDS =
            "(?:passw(?:or)?d|(?<![a-z])pass(?![a-z])|passphrase|storepass|keypass|passin|passout|(?<![a-z])pw(?![a-z])|cookie|requirepass|pwd|token|secret|api[-_.]?key"
                    + "|access[-_.]?key|auth(?!or)|credential|(?:private|encryption|master|license|signing)[-_.]?key)";

    private static final String VALUE = "(?:\"[^\"]*\"|'[^']*'|[^\\s\"',;]+)";

    /** {@code --db-password=x}, {@code -Dx.token=x}, {@code SECRET=x}, {@code "apiKey": "x"}. */
    private static final Pattern ASSIGNED =
            Pattern.compile("(?i)(" + WORDS + "[\\w.-]{0,64}[\"']?\\s{0,2}[=:]\\s{0,2})" + VALUE);

    /** {@code --password x}; whatever follows such an option is masked. */
    private static final Pattern FOLLOWED =
            Pattern.compile("(?i)((?<!\\S)[\"']?--?[\\w.-]{0,64}?" + WORDS + "[\\w.-]{0,64}\\s+)(?!-)" + VALUE);

    /** An argument that is an option for a secret, alone. */
    private static final Pattern OPTION = Pattern.compile("(?i)--?[\\w.-]{0,64}?" + WORDS + "[\\w.-]{0,64}");

    /** An argument that is one assignment. */
    private static final Pattern ASSIGNMENT = Pattern.compile("(?is)([\\w.-]{0,64}?" + WORDS + "[\\w.-]{0,64}[=:]).+");

    /** {@code Authorization: Bearer x}. */
    private static final Pattern BEARER = Pattern.compile("(?i)\\b((?:bearer|basic|token)\\s+)[\\w.~+/=-]{6,}");

    /** {@code mysql -px}, which other programs spell for a port or a path. */
    private static final Pattern MYSQL =
            Pattern.compile("(?i)((?<![\\w.-])(?:mysql|mariadb)[\\w.-]*\\s(?:[^|;&]{0,500}\\s)?-p)[^\\s=]+");

    /** {@code scheme://user:x@host}. */
    private static final Pattern URL = Pattern.compile("([A-Za-z][\\w+.-]{0,30}://[^\\s/:@]*:)[^\\s/]+(?=@)");

    /** {@code scheme://x@host}, where x is too long for a name. */
    private static final Pattern URL_TOKEN = Pattern.compile("([A-Za-z][\\w+.-]{0,30}://)[^\\s/:@]{16,}(?=@)");

    /** Tokens of GitHub, GitLab, OpenAI, Slack and npm say what they are. */
    private static final Pattern NAMED_TOKEN =
            Pattern.compile("\\b(?:gh[oprsu]_|github_pat_|glpat-|sk-|xox[abeoprs]-|npm_)[\\w-]{10,}");

    /** {@code curl -u user:x}. */
    private static final Pattern USER = Pattern.compile("((?<!\\S)(?:-u|--user)[\\s=][^\\s:/]{1,64}:)[^\\s/]+");

    private static final Pattern AWS_KEY = Pattern.compile("\\bA[KS]IA[0-9A-Z]{12,}\\b");
    private static final Pattern JWT = Pattern.compile("\\beyJ[\\w-]{6,}(?:\\.[\\w-]*){0,2}");
    private static final Pattern HEX = Pattern.compile("\\b[0-9a-fA-F]{33,}\\b");
    private static final Pattern BASE64 = Pattern.compile("(?<![\\w/.+-])[\\w+/-]{33,}={0,2}");

    /** What lies beyond is dropped before it is looked at. */
    private static final int LONGEST_LINE = 65_536;

    /** A class path fills the line, and what runs comes after it. */
    private static final Pattern LONG_WORD = Pattern.compile("(\\S{160})\\S{40,}");

    private SecretMask() {}

    /** The arguments as one cleaned line, secrets masked, long words and then the whole shortened. */
    static String mask(List<String> arguments) {
        String line = masked(HostileText.clean(String.join(" ", withoutValues(arguments)), LONGEST_LINE));
        return HostileText.clean(LONG_WORD.matcher(line).replaceAll("$1…"));
    }

    /** Where the arguments' ends are still known, a value goes whole, whatever blanks and quotes it has. */
    private static List<String> withoutValues(List<String> arguments) {
        List<String> shown = new ArrayList<>(arguments.size());
        boolean follows = false;
        for (String argument : arguments) {
            Matcher assigned = ASSIGNMENT.matcher(argument);
            if (follows && !argument.startsWith("-")) {
                shown.add(MASK);
            } else {
                shown.add(assigned.matches() ? assigned.group(1) + MASK : argument);
            }
            follows = OPTION.matcher(argument).matches();
        }
        return shown;
    }

    private static String masked(String cleaned) {
        String line = cleaned;
        line = ASSIGNED.matcher(line).replaceAll("$1" + MASK);
        line = FOLLOWED.matcher(line).replaceAll("$1" + MASK);
        line = BEARER.matcher(line).replaceAll("$1" + MASK);
        line = MYSQL.matcher(line).replaceAll("$1" + MASK);
        line = URL.matcher(line).replaceAll("$1" + MASK);
        line = URL_TOKEN.matcher(line).replaceAll("$1" + MASK);
        line = NAMED_TOKEN.matcher(line).replaceAll(MASK);
        line = USER.matcher(line).replaceAll("$1" + MASK);
        line = AWS_KEY.matcher(line).replaceAll(MASK);
        line = JWT.matcher(line).replaceAll(MASK);
        line = HEX.matcher(line).replaceAll(MASK);
        return BASE64.matcher(line).replaceAll(SecretMask::unlessAPathOrName);
    }

    /** Paths and long names have the letters of base64 too; random bytes mix cases and digits without many dividers. */
    private static String unlessAPathOrName(MatchResult match) {
        String text = match.group();
        long digits = text.chars().filter(Character::isDigit).count();
        long upper = text.chars().filter(Character::isUpperCase).count();
        long lower = text.chars().filter(Character::isLowerCase).count();
        long dividers = text.chars().filter(c -> "/-_".indexOf(c) >= 0).count();
        boolean random = digits >= 3 && upper >= 3 && lower >= 3 && dividers * 8 <= text.length();
        return random ? MASK : text.replace("\\", "\\\\").replace("$", "\\$");
    }
}
