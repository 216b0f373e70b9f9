package dev.homeport.diagnosis.cause;

import java.util.List;
import java.util.Locale;

/**
 * Why somebody does not reach what he wants to, or that he does. The codes are stable (DOMAIN D7); their texts are a short
 * handbook of localhost.
 */
public enum CauseCode {
    REACHABLE(
            "It answers",
            "A program listens there, and a connection from here comes about. Whoever fails all the same looks from elsewhere, by "
                    + "another name or address, or asks for something that the program does not give.",
            "R5.40"),
    NOTHING_LISTENS(
            "Nothing listens on the port",
            "No program waits on this port at any address, so the system refuses at once. The server is not running, has "
                    + "crashed, or waits on another port: its own output tells which.",
            "R5.40",
            "R9.2"),
    OTHER_FAMILY_ONLY(
            "It listens on the other kind of address",
            "localhost has two addresses, 127.0.0.1 and ::1, and the program waits on one of them alone. Programs that try both "
                    + "do not notice; those that try the first one alone are refused.",
            "R3.6",
            "R1.29"),
    OTHER_ADDRESS_ONLY(
            "It listens on another address",
            "A program waits on this port, but bound to another address. A bind address is part of where a server is: one that "
                    + "is bound to 127.0.0.1 does not answer at the address of the network, and the other way round.",
            "R1.29",
            "R1.30"),
    OTHER_PORT_SAME_PROCESS(
            "It listens on another port",
            "The program that is expected there runs, and waits on another port. Many servers take the next free port when the "
                    + "usual one is taken, and say so only in their output.",
            "R9.2"),
    OTHER_NAMESPACE(
            "It is on another loopback",
            "Each container, and each network namespace, has a loopback of its own: a program in there that waits on 127.0.0.1 is "
                    + "reached from in there alone.",
            "R8.7",
            "R2.50"),
    FORWARDER_DEAD_TARGET(
            "A forwarder answers, and what it leads to does not",
            "What listens here only hands on: docker-proxy, ssh -L, kubectl port-forward. It accepts before it asks the program "
                    + "behind it; when that does not answer, the connection ends without a word.",
            "R8.1",
            "R8.17"),
    ACCEPT_QUEUE_FULL(
            "The program does not accept what waits for it",
            "The system sets connections up by itself and keeps them until the program accepts them. When as many wait as the "
                    + "program allowed, further ones are dropped without an answer.",
            "R2.7",
            "R5.40"),
    PROCESS_STOPPED(
            "The program is stopped",
            "It was halted (Ctrl-Z, SIGSTOP, a debugger): the system still sets connections up for it, and nobody ever says a "
                    + "word on them.",
            "R5.40"),
    FIREWALL_DROP(
            "Something drops the packets",
            "A program listens there, and no answer comes back at all: a firewall rule or an eBPF program drops what is sent.",
            "R5.40"),
    FIREWALL_REJECT(
            "Something rejects the connection",
            "A program listens at that very address, and the connection is refused all the same: a firewall rule rejects it. By "
                    + "what the client sees, that cannot be told from a port on which nothing listens; by the table of "
                    + "sockets it can.",
            "R5.43",
            "R5.40"),
    EBPF_OR_SECCOMP(
            "A policy of the system forbids it",
            "The system itself says no: a policy of a control group (eBPF), SELinux, seccomp, or a route that prohibits. It may "
                    + "hold for some programs and not for others.",
            "R5.40",
            "R5.44"),
    LO_NEVER_UP(
            "The loopback interface was never switched on",
            "A new network namespace starts with its loopback off. Container engines switch it on; sandboxes made by hand often "
                    + "do not.",
            "R5.5",
            "R5.6"),
    LO_DOWN(
            "The loopback interface is off",
            "Somebody switched it off. Connections to 127.0.0.1 hang, ::1 is gone, and even the machine's own other addresses "
                    + "cannot be reached from itself.",
            "R5.6",
            "R5.8"),
    LO_NO_IPV4(
            "No interface has 127.0.0.1",
            "The address was taken off the loopback interface, and what is sent there goes nowhere.",
            "R5.9"),
    LO_NO_IPV6(
            "This machine has no ::1",
            "IPv6 is switched off here, on loopback or altogether. That is a fact and no failure, until a name leads there or a "
                    + "program waits there alone.",
            "R5.20",
            "R5.22"),
    LOCAL_ROUTE_ALTERED(
            "A route takes the address away",
            "The system's own table of local routes was changed: the address is no longer this machine's, or is forbidden.",
            "R5.4"),
    EPHEMERAL_EXHAUSTED(
            "No port is left for clients",
            "Each connection needs a port of its own on the client's side. When all of them are in use towards one address and "
                    + "port, the next connection fails though the server is well.",
            "R7.10",
            "R5.40"),
    SELF_CONNECT(
            "The connection met itself",
            "Nothing listened, and the system chose the very port as the client's: the client talks to itself. It happens to "
                    + "programs that try again and again.",
            "R6.15"),
    NAME_NOT_LOOPBACK(
            "The name leads elsewhere",
            "The name that should be this machine leads to another address, by the hosts file or a name server.",
            "R3.2"),
    NAME_UNRESOLVED(
            "Nobody knows the name",
            "Neither the hosts file nor the rules for localhost give the name an address here.",
            "R3.2"),
    HOSTS_BROKEN(
            "The hosts file does not say what it seems to",
            "A line of the hosts file is not understood as it was meant, so that the name is lost or leads elsewhere.",
            "R4.1"),
    JVM_WITHOUT_IPV6(
            "Homeport's own Java has no IPv6",
            "This Java process was started when the machine had no IPv6, and cannot try ::1 before its next start. Other "
                    + "programs can.",
            "R3.9"),
    PORT_HELD_NOT_LISTENING(
            "The port is held, and nobody listens",
            "A program has bound the port without listening on it: connections are refused, and nobody else can take it.",
            "R1.42"),
    PORT_FREE(
            "The port is free",
            "Nothing holds the port at that address, and it needs no privilege: a server can listen there.",
            "R1.28"),
    PORT_IN_USE(
            "The port is taken",
            "Another program listens there already; two servers cannot wait on one address and port, unless both ask for that.",
            "R1.28",
            "R1.43"),
    PORT_EXCLUDED_WINDOWS(
            "Windows keeps the port for itself",
            "Windows sets ranges of ports apart (for Hyper-V and WSL), in which no program can listen.",
            "R1.43"),
    PRIVILEGED_PORT(
            "The port needs a privilege",
            "Ports below a number that the system sets, usually 1024, are given to programs with a privilege alone.",
            "R1.43"),
    FOREIGN_ADDRESS(
            "The address is not this machine's",
            "No interface of this machine has it. Homeport looks at its own machine alone, and sends nothing to another one.",
            "R9.3",
            "R1.36"),
    NAT_REDIRECT(
            "Somebody else answers",
            "A rule of the system redirects what is sent there, so that another program answers than the table of sockets names.",
            "R5.43"),
    UNIX_SOCKET_CLIENT(
            "The client does not use the network at all",
            "Some clients take “localhost” for a socket in the file system (MySQL, PostgreSQL): an error that names a path is "
                    + "about that, whatever happens on the port.",
            "R1.41"),
    TLS_MISMATCH(
            "One speaks TLS, the other does not",
            "The server expects encryption and the client sends none, or the other way round: the connection comes about and "
                    + "ends with an error.",
            "R9"),
    BROWSER_POLICY(
            "The browser itself forbids it",
            "Browsers refuse some ports (6000, 6665 to 6669, 10080 …), and ask before a page of the internet may reach "
                    + "localhost. Other programs are not concerned.",
            "R10.6"),
    PROTOCOL_MISMATCH(
            "It listens by another protocol",
            "The port is that of a UDP service, and a connection over TCP was asked for, or the other way round: they are ports "
                    + "of two different worlds.",
            "R5.40"),
    SERVER_CLOSES(
            "The server closes the connection",
            "It accepts, and closes before it says a word: it turns this client away, speaks another protocol, or is in "
                    + "trouble itself.",
            "R5.40"),
    SERVER_SILENT(
            "The server says nothing",
            "The connection comes about, what is asked arrives, and no answer comes. The program is busy, waits for something, "
                    + "or expects another protocol.",
            "R5.40"),
    SLOW(
            "It answers, slowly",
            "The connection comes about and takes far longer than loopback should: something queues or throttles.",
            "R5.11"),
    DEVICE_BOUND(
            "It is bound to another interface",
            "The program takes what arrives through one interface alone (SO_BINDTODEVICE), and this comes through another.",
            "R1.35"),
    UNKNOWN(
            "What is known does not explain it",
            "All that Homeport can see is as it should be. What is left are rules that it may not read, and what is not on this "
                    + "machine.",
            "R9.1");

    private final String title;
    private final String help;
    private final List<String> rules;

    CauseCode(String title, String help, String... rules) {
        this.title = title;
        this.help = help;
        this.rules = List.of(rules);
    }

    /** In a few words. */
    public String title() {
        return title;
    }

    /** What it means, a few sentences. */
    public String help() {
        return help;
    }

    /** Those of DOMAIN that it follows from. */
    public List<String> rules() {
        return rules;
    }

    /** The anchor of its place in the handbook: {@code nothing-listens}. */
    public String anchor() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
