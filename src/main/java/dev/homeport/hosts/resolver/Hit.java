package dev.homeport.hosts.resolver;

import dev.homeport.net.IpAddress;

/**
 * A line that a resolver takes an address from.
 *
 * @param line its number, from 1
 */
public record Hit(int line, IpAddress address) {}
