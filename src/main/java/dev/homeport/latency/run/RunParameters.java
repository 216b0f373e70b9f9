package dev.homeport.latency.run;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.NumberParameter;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.net.IpAddress;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of measurements: what to measure, and how often. */
public final class RunParameters {

    static final int LEAST = 1_000;
    static final int MOST = 100_000;

    private static final int USUAL = 10_000;

    private RunParameters() {}

    /** @throws BadParameter when it is none of those that there are; unset is TCP over IPv4 */
    public static ProbeTarget target(@Nullable String given) {
        if (isUnset(given)) {
            return ProbeTarget.TCP4;
        }
        return ProbeTarget.of(given.strip())
                .orElseThrow(() -> new BadParameter(
                        "target",
                        given,
                        "one of "
                                + Arrays.stream(ProbeTarget.values())
                                        .map(ProbeTarget::id)
                                        .collect(Collectors.joining(", "))));
    }

    /** @throws BadParameter when it is no number of round trips in a run */
    public static int count(@Nullable String given) {
        return number("count", given, USUAL, LEAST, MOST);
    }

    /** @throws BadParameter when it is not one of the two loopback addresses; unset is 127.0.0.1 */
    public static IpAddress address(@Nullable String given) {
        if (isUnset(given)) {
            return IpAddress.IPV4_LOOPBACK;
        }
        return IpAddress.parse(given.strip())
                .filter(address -> address.equals(IpAddress.IPV4_LOOPBACK) || address.equals(IpAddress.IPV6_LOOPBACK))
                .orElseThrow(() -> new BadParameter("address", given, "127.0.0.1 or ::1"));
    }

    /** @throws BadParameter when it is no number in that range */
    public static int number(String parameter, @Nullable String given, int usual, int least, int most) {
        return NumberParameter.parse(parameter, given == null ? null : given.strip(), usual, least, most);
    }

    private static boolean isUnset(@Nullable String given) {
        return given == null || given.isBlank();
    }
}
