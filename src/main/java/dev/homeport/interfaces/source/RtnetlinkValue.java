package dev.homeport.interfaces.source;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.platform.HostileText;
import dev.homeport.platform.kernel.AddressFamily;
import dev.homeport.platform.kernel.NetlinkMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads rows and the values of their attributes from rtnetlink's messages (rtnetlink(7)). */
final class RtnetlinkValue {

    private RtnetlinkValue() {}

    /**
     * The rows of one kind; messages of others, and those that are too short, are passed over.
     *
     * @param fixedPart bytes before the attributes
     */
    static <T> List<T> rows(ByteBuffer messages, int type, int fixedPart, Function<NetlinkMessage, Optional<T>> row) {
        List<T> rows = new ArrayList<>();
        NetlinkMessage.forEach(messages, message -> {
            if (message.type() == type && message.payload().limit() >= fixedPart) {
                row.apply(message).ifPresent(rows::add);
            }
        });
        return rows;
    }

    /** An address of {@code family}; null when there is none, or too little of it. */
    static @Nullable IpAddress ip(@Nullable ByteBuffer value, int family) {
        return AddressFamily.of(family).map(known -> ip(value, known)).orElse(null);
    }

    private static @Nullable IpAddress ip(@Nullable ByteBuffer value, IpFamily family) {
        int length = family == IpFamily.IPV4 ? 4 : 16;
        return value == null || value.limit() < length ? null : IpAddress.of(bytes(value, length));
    }

    /** A number of one or four bytes. */
    static @Nullable Integer number(@Nullable ByteBuffer value) {
        if (value == null || value.limit() == 0) {
            return null;
        }
        return value.limit() < Integer.BYTES ? value.get(0) : value.getInt(0);
    }

    /** Text up to a zero byte, cleaned: whoever makes an interface chooses its name. */
    static @Nullable String text(@Nullable ByteBuffer value) {
        if (value == null) {
            return null;
        }
        String text = new String(bytes(value, value.limit()), StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return HostileText.clean(end < 0 ? text : text.substring(0, end));
    }

    /** Six bytes; a tunnel has an IP address here, or nothing. */
    static @Nullable String mac(@Nullable ByteBuffer value) {
        return value == null || value.limit() != 6
                ? null
                : HexFormat.ofDelimiter(":").formatHex(bytes(value, 6));
    }

    private static byte[] bytes(ByteBuffer value, int length) {
        byte[] bytes = new byte[length];
        value.get(0, bytes);
        return bytes;
    }
}
