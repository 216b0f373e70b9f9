package dev.homeport.diagnosis.firewall;

import org.jspecify.annotations.Nullable;

/**
 * An element of a set: a key, or an end of a range.
 *
 * @param last of the range that begins here; null where the next element ends it, or there is none
 * @param isEnd whether a range ends before it
 * @param isForAll whether it stands for all that is in no other, and has no key
 * @param verdict of a map; null in a set
 */
record Element(
        byte[] key,
        byte @Nullable [] last,
        boolean isEnd,
        boolean isForAll,
        @Nullable Verdict verdict) {}
