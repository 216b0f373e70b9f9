package dev.homeport.sockets;

/**
 * The user who made a socket, who is known even where its process is hidden. Its process may run as another by now
 * (DOMAIN R2.9).
 *
 * @param name the user's name, or words with the id
 */
public record SocketUser(long uid, String name) {}
