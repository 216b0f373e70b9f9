package dev.homeport.diagnosis.firewall;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A set or a map, as the kernel lists it: single keys, keys with the last of their range, or the two ends of ranges. */
record NftSet(List<Element> elements) {

    NftSet {
        elements = List.copyOf(elements);
    }

    private static final int IPV6 = 16;

    /** Bytes of a key. */
    int keyLength() {
        return elements.get(0).key().length;
    }

    /** The element that {@code value} is, or is within. */
    Optional<Element> find(byte[] value) {
        return elements.stream().anyMatch(Element::isEnd) ? between(value) : at(value);
    }

    private Optional<Element> at(byte[] value) {
        return elements.stream()
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

    /** The nearest end below it begins a range, or has ended one. */
    private Optional<Element> between(byte[] value) {
        return elements.stream()
                .filter(element -> Arrays.compareUnsigned(element.key(), value) <= 0)
                .max(Comparator.comparing(Element::key, Arrays::compareUnsigned)
                        .thenComparing(element -> !element.isEnd()))
                .filter(element -> !element.isEnd());
    }
}
