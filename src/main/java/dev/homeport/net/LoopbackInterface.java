package dev.homeport.net;

/** The interface of loopback as Linux calls it, in each of its network namespaces. */
public final class LoopbackInterface {

    public static final String NAME = "lo";

    private LoopbackInterface() {}
}
