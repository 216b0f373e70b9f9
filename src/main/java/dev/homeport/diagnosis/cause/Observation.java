package dev.homeport.diagnosis.cause;

/**
 * What a conclusion follows from.
 *
 * @param observed what was seen, in the system's own words where it has some
 * @param source where: a reading, a file, a connection that was tried
 * @param rule what makes it matter, a rule of DOMAIN
 */
public record Observation(String observed, String source, String rule) {}
