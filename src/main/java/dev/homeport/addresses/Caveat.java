package dev.homeport.addresses;

/**
 * Something that a bind address does not tell, and that can make the truth narrower or wider than it says.
 *
 * @param widens whether more may reach the socket than the bind address allows, and not fewer
 */
public record Caveat(String id, boolean widens, String text) {}
