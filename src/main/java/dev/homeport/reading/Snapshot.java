package dev.homeport.reading;

/**
 * A reading and the revision of what it says: pages, answers and the event stream agree on it.
 *
 * @param name the reading's name, {@code sockets} for example
 * @param revision an opaque word that changes when, and only when, the reading says something else
 */
public record Snapshot<T>(String name, Reading<T> reading, String revision) {}
