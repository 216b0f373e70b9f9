package dev.homeport.web.server;

/** Neither loopback address can be bound, so there is nowhere to answer. */
class NoLoopbackException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param reason what the system says */
    NoLoopbackException(String reason) {
        super(reason);
    }
}
