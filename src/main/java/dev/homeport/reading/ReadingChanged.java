package dev.homeport.reading;

/**
 * Published when a reading says something new.
 *
 * @param name the reading's name
 */
public record ReadingChanged(String name) {}
