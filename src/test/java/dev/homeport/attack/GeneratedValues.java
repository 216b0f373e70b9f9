package dev.homeport.attack;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values that a reader would not send, from a seed, as they stand in an address: each kind in its turn. */
final class GeneratedValues {

    /** What an expression language would make of the expressions among them. */
    static final String PRODUCT = "248157703";

    private static final List<String> NUMBERS = list("""
            -1 ¦ 0 ¦ 1 ¦ 1000 ¦ 100000 ¦ 65535 ¦ 65536 ¦ 65537 ¦ 1-65535 ¦ 80-79 ¦ 80- ¦ -80 ¦ 2147483647 ¦
            2147483648 ¦ -2147483648 ¦ 4294967296 ¦ 9223372036854775807 ¦ 9223372036854775808 ¦ 1e309 ¦ NaN ¦
            Infinity ¦ 0x10 ¦ 007 ¦ 1.0 ¦ +80 ¦ 1_000 ¦ \u0663\u0660 ¦ \uff18\uff10 ¦ \u00b2 ¦ 8\u00a00""");
    private static final List<String> EXPRESSIONS = list("""
            __${31337*7919}__::.x ¦ ${31337*7919} ¦ *{31337*7919} ¦ ~{layout :: page} ¦ #{31337*7919} ¦ @{/x} ¦
            [[${31337*7919}]] ¦ [(${31337*7919})] ¦ ${T(java.lang.Runtime).getRuntime().exec('id')} ¦
            #{T(java.lang.System).exit(1)} ¦ {{31337*7919}} ¦ <%= 31337*7919 %> ¦ ${jndi:ldap://localhost:1/x} ¦
            redirect:https://x9.example/ ¦ forward:/error ¦ sockets :: live ¦ %{31337*7919}""");
    private static final List<String> MARKUP = list("""
            <x9> ¦ "><x9 a=" ¦ '><x9> ¦ </textarea><x9> ¦ --><x9> ¦ " onx9="1 ¦ &lt;x9&gt;<x9> ¦ <svg/onload=x9> ¦
            javascript:x9() ¦ <!--<x9> ¦ <![CDATA[<x9>]]> ¦ \\u003cx9\\u003e ¦ </title><x9>""");
    private static final List<String> PLACES = list("""
            ../../../../etc/passwd ¦ ..\\..\\x ¦ /etc/shadow ¦ ....//....//x ¦ file:///etc/hosts ¦ //x9.example/ ¦
            https://x9.example/ ¦ \\\\x9.example\\c$ ¦ classpath:application.yaml ¦ /proc/self/environ ¦ C:\\x""");
    private static final List<String> QUERIES = list("""
            ' OR '1'='1 ¦ 1; DROP TABLE x ¦ " OR ""=" ¦ 1 UNION SELECT 1-- ¦ x' AND SLEEP(9)-- ¦ *)(uid=* ¦ $ne""");
    private static final List<String> FORMULAE = list("""
            =cmd|' /C calc'!A0 ¦ +1+1 ¦ -2+3 ¦ @SUM(1+1) ¦ \t=1+1 ¦ \r=1+1 ¦ =HYPERLINK("https://x9.example")""");
    private static final List<String> TERMINAL = list("""
            \u001b[31mred\u001b[0m ¦ \u001b]0;title\u0007 ¦ \u001b[2J\u001b[H ¦ \u009b31m ¦ a\b\b\bb ¦ \u001bP1;2|x""");
    private static final List<String> TURNERS = list("""
            \u202egnp.exe ¦ \u2066x\u2069 ¦ \u200fx\u200e ¦ a\u200bb ¦ \ufeffx ¦ \u061c1 ¦ x\u2028y\u2029 ¦
            \u202a\u202c""");
    private static final List<String> BROKEN = list("""
            % ¦ %z ¦ %zz ¦ %1 ¦ %u0041 ¦ %% ¦ a% ¦ %0 ¦ %c0%ae ¦ %ff%fe ¦ %ed%a0%80 ¦ %f8%88%80%80%80 ¦ %80 ¦ %e2%82 ¦
            %00 ¦ a%00b ¦ %0d%0aX9:%201 ¦ %e5%98%8a%e5%98%8dX9:%201 ¦ %0aX9:%201""");
    private static final List<String> USUAL = list("""
            80 ¦ 8000-8999 ¦ tcp ¦ udp ¦ loopback ¦ all ¦ port ¦ -process ¦ java ¦ port:80 ¦ proto:udp ¦ scope:all ¦
            user:root ¦ pid:1 ¦ localhost ¦ 127.0.0.1 ¦ ::1 ¦ localhost:3000 ¦ http://127.0.0.1:80/x ¦ [::1]:8443 ¦
            53/udp ¦ postgresql ¦ tcp4 ¦ connect6 ¦ 60 ¦ 1h ¦ 15m ¦ yes ¦ no ¦ own ¦ saved:1 ¦ peer:box ¦ here ¦
            container ¦ elsewhere ¦ reach ¦ listen ¦ resolve ¦ 4026531840 ¦ jvm.memory.used ¦ area:heap ¦
            homeport_sockets ¦ loopback/ipv4 ¦ up ¦ 1 ¦ 200""");

    private final Random random;
    private final List<Supplier<String>> kinds = List.of(
            () -> encoded(one(NUMBERS)),
            this::digits,
            this::unicode,
            () -> encoded(one(TURNERS) + one(USUAL)),
            this::controls,
            () -> encoded(one(TERMINAL) + one(USUAL)),
            () -> one(BROKEN),
            this::brokenUtf8,
            () -> encoded(one(USUAL)),
            () -> encoded(one(PLACES)),
            () -> encoded(one(EXPRESSIONS)),
            () -> encoded(one(MARKUP)),
            () -> encoded(one(QUERIES)),
            () -> encoded(one(FORMULAE)),
            () -> encoded(one(List.of("[]", "{}", "[\"x\"]", "{\"a\":1}", "null", "true", "a,b,,c", ",,,", "[0]"))),
            this::mutated,
            () -> encoded(one(MARKUP) + one(TURNERS) + one(TERMINAL) + one(EXPRESSIONS)),
            () -> encoded(
                    one(List.of("", " ", "\t", "\u00a0", "\u3000", "\r\nX9: 1", "x\r\n\r\n<x9>", "\n", ":", ",", "-"))),
            this::repeated);

    GeneratedValues(long seed) {
        this.random = new Random(seed);
    }

    /** The {@code i}th; now and then it is very long. */
    String next(int i) {
        if (i % 97 == 96) {
            return encoded(one(USUAL)) + "x".repeat(1000 + random.nextInt(8000));
        }
        return kinds.get(i % kinds.size()).get();
    }

    private static List<String> list(String text) {
        return List.of(text.split(" ¦\\s"));
    }

    private String repeated() {
        return encoded(one(USUAL).repeat(1 + random.nextInt(60)));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String digits() {
        return IntStream.rangeClosed(0, random.nextInt(40))
                .mapToObj(i -> String.valueOf(random.nextInt(10)))
                .collect(Collectors.joining("", random.nextBoolean() ? "" : "-", ""));
    }

    private String unicode() {
        return encoded(random.ints(1 + random.nextInt(30), 1, Character.MAX_CODE_POINT)
                .filter(point -> Character.getType(point) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }

    private String controls() {
        return encoded(random.ints(1 + random.nextInt(8), 0, 0xa0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }

    private String brokenUtf8() {
        return random.ints(1 + random.nextInt(12), 0x80, 0x100)
                .mapToObj("%%%02x"::formatted)
                .collect(Collectors.joining());
    }

    private String mutated() {
        StringBuilder text = new StringBuilder(one(USUAL));
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, (char) (' ' + random.nextInt(95)));
                case 1 -> text.setLength(at);
                default -> text.insert(at, text.toString());
            }
        }
        return encoded(text.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
