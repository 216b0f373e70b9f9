package dev.homeport.health;

/** Why loopback, or a name for it, does not do what it should. The codes are stable (DOMAIN D7). */
public enum Cause {
    NONE("Nothing is wrong."),
    LO_NEVER_UP("The loopback interface was never switched on, as in a new network namespace."),
    LO_DOWN("The loopback interface was switched off."),
    LO_NO_IPV4("No interface has 127.0.0.1."),
    LO_NO_IPV6("No interface has ::1: a fact, and no failure."),
    LO_QUEUEING("A queueing discipline on the loopback interface delays or drops what passes."),
    LOCAL_ROUTE_ALTERED("The route that makes the address this machine's own is gone, or another one takes its place."),
    FIREWALL_DROP(
            "The interface, its addresses and its route are as they should be, and nothing comes back: a firewall, or an "
                    + "eBPF program, drops what is sent."),
    FIREWALL_REJECT(
            "Homeport listens there itself, and the interface, its addresses and its route are as they should be: a "
                    + "firewall rejects what is sent."),
    EBPF_OR_SECCOMP(
            "The system forbids the connection: a policy (eBPF, SELinux, seccomp), or a rule for what is sent."),
    EPHEMERAL_EXHAUSTED("The address is there: no port for clients is left."),
    JVM_WITHOUT_IPV6(
            "This Java process was started without IPv6, and has none before its next start, whatever the machine has."),
    NAME_UNRESOLVED("The system's resolver does not find the name."),
    NAME_NOT_LOOPBACK("The name leads to an address that is not loopback."),
    UNKNOWN("What is known does not explain it.");

    private final String meaning;

    Cause(String meaning) {
        this.meaning = meaning;
    }

    /** What it means, a sentence. */
    public String meaning() {
        return meaning;
    }
}
