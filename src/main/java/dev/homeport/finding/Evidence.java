package dev.homeport.finding;

/**
 * What was observed, as opposed to what is concluded from it.
 *
 * @param observed the row, the setting, the address
 * @param source where: a file, a system call, a command that shows the same
 */
public record Evidence(String observed, String source) {}
