package dev.homeport.diagnosis.firewall;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import java.util.Arrays;

/**
 * One of the first two packets of a TCP connection from this machine to itself: what asks for it (SYN), or what grants it
 * (SYN and ACK).
 *
 * @param address the server's, which is the client's too
 * @param port the server's
 * @param clientPort one of those that the system gives to clients, in the place of the one that it will give
 * @param isReply whether it comes from the server
 */
record Packet(IpAddress address, int port, int clientPort, boolean isReply) {

    private static final int TCP = 6;
    private static final int SYN = 0x02;
    private static final int SYN_ACK = 0x12;
    private static final int FLAGS = 13;

    /** {@code NF_CT_STATE_BIT} of {@code IP_CT_NEW} and of {@code IP_CT_ESTABLISHED}. */
    private static final int NEW = 8;

    private static final int ESTABLISHED = 2;
    private static final int RTN_LOCAL = 2;

    /** Loopback is the first interface of each network namespace. */
    private static final int LOOPBACK_INDEX = 1;

    private static final String LOOPBACK = "lo";

    Value value(Field field, Hook hook) {
        if (field instanceof Field.Payload payload) {
            return switch (payload.base()) {
                case NETWORK -> network(payload.offset(), payload.length());
                case TRANSPORT -> transport(payload.offset(), payload.length());
                case OTHER -> Value.UNKNOWN;
            };
        }
        return known((Field.Known) field, hook);
    }

    private boolean isIpv4() {
        return address.family() == IpFamily.IPV4;
    }

    /** RFC 791 and RFC 8200: which protocol, from where, where to. */
    private Value network(int offset, int length) {
        int size = isIpv4() ? 4 : 16;
        int source = isIpv4() ? 12 : 8;
        if (offset == (isIpv4() ? 9 : 6) && length == 1) {
            return Value.of(TCP);
        }
        boolean isWithin = offset >= source && offset + length <= source + 2 * size;
        boolean isOfOne = isWithin && (offset - source) / size == (offset + length - 1 - source) / size;
        int start = (offset - source) % size;
        return isOfOne ? Value.of(Arrays.copyOfRange(address.bytes(), start, start + length)) : Value.UNKNOWN;
    }

    /** RFC 9293: from which port, to which, and flags. */
    private Value transport(int offset, int length) {
        if (offset == 0 && length == 2) {
            return Value.network(isReply ? port : clientPort);
        } else if (offset == 2 && length == 2) {
            return Value.network(isReply ? clientPort : port);
        }
        return offset == FLAGS && length == 1 ? Value.of(isReply ? SYN_ACK : SYN) : Value.UNKNOWN;
    }

    private Value known(Field.Known field, Hook hook) {
        return switch (field) {
            case PROTOCOL -> Value.network(isIpv4() ? 0x0800 : 0x86dd);
            case FAMILY -> Value.of(isIpv4() ? Family.IP.number() : Family.IP6.number());
            case TRANSPORT_PROTOCOL -> Value.of(TCP);
            case INPUT_INDEX -> hook.isInward() ? Value.machine(LOOPBACK_INDEX) : Value.ABSENT;
            case INPUT_NAME -> hook.isInward() ? Value.interfaceName(LOOPBACK) : Value.ABSENT;
            case OUTPUT_INDEX -> hook.isInward() ? Value.ABSENT : Value.machine(LOOPBACK_INDEX);
            case OUTPUT_NAME -> hook.isInward() ? Value.ABSENT : Value.interfaceName(LOOPBACK);
            case CONNECTION_STATE -> Value.machine(isReply ? ESTABLISHED : NEW);
            case DESTINATION_TYPE -> Value.machine(RTN_LOCAL);
            case UNKNOWN -> Value.UNKNOWN;
        };
    }
}
