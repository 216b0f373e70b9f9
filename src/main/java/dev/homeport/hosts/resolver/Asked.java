package dev.homeport.hosts.resolver;

/** Which family a program asks {@code getaddrinfo} for. Most ask for any; {@code ping -4} and {@code curl -6} do not. */
enum Asked {
    ANY,
    IPV4,
    IPV6
}
