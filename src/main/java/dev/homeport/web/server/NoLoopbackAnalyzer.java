package dev.homeport.web.server;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with a machine that has no loopback, which is the very thing that Homeport is there to explain. */
class NoLoopbackAnalyzer extends AbstractFailureAnalyzer<NoLoopbackException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NoLoopbackException cause) {
        return new FailureAnalysis(
                "Homeport can listen neither on 127.0.0.1 nor on ::1: " + cause.getMessage()
                        + ". Loopback was probably never "
                        + "switched on, as in a new network namespace, or has lost its addresses.",
                "Switch it on: sudo ip link set lo up (Linux), sudo ifconfig lo0 up (macOS). If it is on, give it its address "
                        + "back: sudo ip addr add 127.0.0.1/8 dev lo. Or choose another address with --server.address.",
                cause);
    }
}
