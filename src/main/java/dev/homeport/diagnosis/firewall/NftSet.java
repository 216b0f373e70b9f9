package dev.homeport.diagnosis.firewall;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A set or a map, as the kernel lists it: single keys, keys with the last of their range, or the two ends of ranges.
 *
 * @param isInterval whether it is of ranges
 * @param keyLength bytes of a key
 */
record NftSet(boolean isInterval, int keyLength, List<Element> elements) {

    private static final int IPV6 = 16;

    NftSet {
        elements = List.copyOf(elements);
    }

    NftSet with(List<Element> listed) {
        return new NftSet(isInterval, keyLength, listed);
    }

    /** The element that {@code value} is, or is within; else the one for all that are in none. */
    Optional<Element> find(byte[] value) {
        boolean isOfEnds = isInterval && elements.stream().noneMatch(element -> element.last() != null);
        return (isOfEnds ? between(value) : at(value))
                .or(() -> elements.stream().filter(Element::isForAll).findFirst());
    }

    private Optional<Element> at(byte[] value) {
        return elements.stream()
                .filter(element -> !element.isForAll())
                .filter(element -> element.last() == null
                        ? Arrays.equals(value, element.key())
                        : Bytes.isEachBetween(value, element.key(), element.last()))
                .findFirst();
    }

    /**
     * Whether it is within a range of several fields as a whole, and not word by word: where an IPv6 address among them
     * begins and ends is not known here.
     */
    boolean isUndecided(byte[] value) {
        return value.length > IPV6
                && elements.stream()
                        .anyMatch(element -> element.last() != null
                                && Bytes.isBetween(value, element.key(), element.last())
                                && !Bytes.isEachBetween(value, element.key(), element.last()));
    }

    /** The nearest end below it begins a range, or has ended one; a range without an end goes up to the last value. */
    private Optional<Element> between(byte[] value) {
        return elements.stream()
                .filter(element -> !element.isForAll() && Arrays.compareUnsigned(element.key(), value) <= 0)
                .max(Comparator.comparing(Element::key, Arrays::compareUnsigned)
                        .thenComparing(element -> !element.isEnd()))
                .filter(element -> !element.isEnd());
    }
}
