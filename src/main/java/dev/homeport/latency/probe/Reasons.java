package dev.homeport.latency.probe;

/** What a failure means on loopback, where Homeport itself is at the other end (DOMAIN R5.6, R5.40). */
public final class Reasons {

    private Reasons() {}

    /** A sentence or two. */
    public static String of(ProbeTarget target, Failure failure) {
        if (target.kind() == ProbeKind.RESOLVE) {
            return "The system’s resolver does not find localhost: " + failure.detail() + ".";
        } else if (target.kind() == ProbeKind.ICMP) {
            return "No ICMP echo: " + failure.detail() + ".";
        }
        return switch (failure.outcome()) {
            case TIMED_OUT ->
                "No answer in time: lo was switched off after it had been on, a firewall drops what is sent, or a queue on lo holds "
                        + "it back.";
            case REFUSED -> "Refused, though Homeport itself listens there: a firewall rejects it.";
            case NETWORK_UNREACHABLE ->
                "Network unreachable (ENETUNREACH): lo was never switched on, "
                        + target.loopback().text() + " was taken from it, or a firewall rejects it.";
            case HOST_UNREACHABLE -> "Host unreachable (EHOSTUNREACH): a route or a firewall says so.";
            case NOT_PERMITTED ->
                "Not permitted (EACCES, EPERM): by a route, by a firewall’s rule for what is sent, or by a policy (eBPF, SELinux).";
            case INVALID_ADDRESS -> "Invalid argument (EINVAL): a blackhole route.";
            case ADDRESS_NOT_AVAILABLE -> notAvailable(target, failure);
            default -> failure.outcome().label() + ": " + failure.detail() + ".";
        };
    }

    private static String notAvailable(ProbeTarget target, Failure failure) {
        return failure.detail().equals(NoSuchFamilyException.WORDS)
                ? failure.detail() + "; it will have it after it is started again, if the machine has it."
                : "No interface of this machine has " + target.loopback().text() + " (EADDRNOTAVAIL).";
    }
}
