package dev.homeport.hosts;

import dev.homeport.hosts.file.HostsFile;
import dev.homeport.net.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which lines to show: those on which every word of a search stands, in any case, or that have the very address that a
 * word is, however it is spelled.
 */
record HostsSearch(List<Word> words) {

    static final HostsSearch ALL = new HostsSearch(List.of());

    /**
     * A word.
     *
     * @param bytes its UTF-8, in small letters
     * @param address the IPv6 address that it is; those of IPv4 have one spelling only
     */
    record Word(byte[] bytes, Optional<IpAddress> address) {

        static Word of(String word) {
            boolean ipv6 = word.indexOf(':') >= 0;
            return new Word(
                    word.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8),
                    ipv6 ? IpAddress.parse(word) : Optional.empty());
        }

        boolean isOn(HostsFile file, int number) {
            return file.contains(number, bytes)
                    || address.isPresent() && file.address(number).equals(address);
        }
    }

    static HostsSearch of(List<String> q) {
        return new HostsSearch(q.stream()
                .flatMap(text -> Arrays.stream(text.strip().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .map(Word::of)
                .toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean matches(HostsFile file, int number) {
        for (Word word : words) {
            if (!word.isOn(file, number)) {
                return false;
            }
        }
        return true;
    }
}
