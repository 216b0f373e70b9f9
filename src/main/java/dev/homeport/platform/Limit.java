package dev.homeport.platform;

/**
 * Something that Homeport cannot see from where it stands.
 *
 * @param what the thing not seen
 * @param why the reason, as observed
 * @param remedy what would show it, a command where there is one
 */
public record Limit(String what, String why, String remedy) {}
