package dev.homeport.net;

/** The transport protocols whose sockets Homeport shows (DOMAIN R1.41). */
public enum Protocol implements Named {
    TCP,
    UDP
}
