package dev.homeport.diagnosis.firewall;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.LoopbackInterface;
import java.util.Arrays;

/**
 * One of the first packets of a TCP connection from this machine to itself.
 *
 * @param server its address
 * @param port the server's
 * @param clientPort one of those that the system gives to clients, in the place of the one that it will give
 */
record Packet(IpAddress server, int port, int clientPort, Phase phase) {

    private static final int TCP = 6;
    private static final int FLAGS = 13;

    /** {@code NF_CT_STATE_BIT} of {@code IP_CT_NEW} and of {@code IP_CT_ESTABLISHED}. */
    private static final int NEW = 8;

    private static final int ESTABLISHED = 2;

    /** NF_IP_PRI_CONNTRACK: before it, no packet has a connection. */
    private static final int CONNECTIONS_KNOWN_AFTER = -200;

    private static final int RTN_LOCAL = 2;

    /** Loopback is the first interface of each network namespace. */
    private static final int LOOPBACK_INDEX = 1;

    /** Where the kernel connects from: 127.0.0.1 to all of 127.0.0.0/8, else from the address itself. */
    private IpAddress client() {
        return isIpv4() && server.isLoopback() ? IpAddress.IPV4_LOOPBACK : server;
    }

    /** Whether it comes from the server. */
    boolean isReply() {
        return phase.isReply();
    }

    private boolean isIpv4() {
        return server.family() == IpFamily.IPV4;
    }

    /** @param base the chain that asks, or from which the one that asks was reached */
    Value value(Field field, Chain.Base base) {
        if (field instanceof Field.Payload payload) {
            return switch (payload.base()) {
                case NETWORK -> network(payload.offset(), payload.length());
                case TRANSPORT -> transport(payload.offset(), payload.length());
                case OTHER -> Value.UNKNOWN;
            };
        }
        return known((Field.Known) field, base);
    }

    /** RFC 791 and RFC 8200: which protocol, from where, where to. */
    private Value network(int offset, int length) {
        int size = isIpv4() ? 4 : 16;
        int source = isIpv4() ? 12 : 8;
        int destination = source + size;
        if (offset == (isIpv4() ? 9 : 6) && length == 1) {
            return Value.of(TCP);
        } else if (offset >= source && offset + length <= destination) {
            return part(isReply() ? server : client(), offset - source, length);
        } else if (offset >= destination && offset + length <= destination + size) {
            return part(isReply() ? client() : server, offset - destination, length);
        }
        return Value.UNKNOWN;
    }

    private static Value part(IpAddress address, int start, int length) {
        return Value.of(Arrays.copyOfRange(address.bytes(), start, start + length));
    }

    /** RFC 9293: from which port, to which, and flags. */
    private Value transport(int offset, int length) {
        if (offset == 0 && length == 2) {
            return Value.network(isReply() ? port : clientPort);
        } else if (offset == 2 && length == 2) {
            return Value.network(isReply() ? clientPort : port);
        }
        return offset == FLAGS && length == 1 ? Value.of(phase.flags()) : Value.UNKNOWN;
    }

    /** A packet on its way out has come in by no interface, which is one without a name, and number 0. */
    private Value known(Field.Known field, Chain.Base base) {
        boolean isInward = base.hook().isInward();
        return switch (field) {
            case PROTOCOL -> Value.network(isIpv4() ? 0x0800 : 0x86dd);
            case FAMILY -> Value.of(isIpv4() ? Family.IP.number() : Family.IP6.number());
            case TRANSPORT_PROTOCOL -> Value.of(TCP);
            case INPUT_INDEX -> Value.machine(isInward ? LOOPBACK_INDEX : 0);
            case INPUT_NAME -> Value.interfaceName(isInward ? LoopbackInterface.NAME : "");
            case OUTPUT_INDEX -> Value.machine(isInward ? 0 : LOOPBACK_INDEX);
            case OUTPUT_NAME -> Value.interfaceName(isInward ? "" : LoopbackInterface.NAME);
            case CONNECTION_STATE ->
                base.priority() <= CONNECTIONS_KNOWN_AFTER
                        ? Value.UNKNOWN
                        : Value.machine(phase == Phase.REQUEST ? NEW : ESTABLISHED);
            case ADDRESS_TYPE -> Value.machine(RTN_LOCAL);
            case UNKNOWN -> Value.UNKNOWN;
        };
    }
}
