package dev.homeport.diagnosis.question;

import dev.homeport.answer.BadParameter;
import org.jspecify.annotations.Nullable;

/** What is said of a target that makes no sense: what would. */
final class BadTarget {

    static final String PARAMETER = "target";
    static final String ACCEPTS =
            "an address and a port of this machine, such as localhost:3000, http://127.0.0.1:8000/, [::1]:8443, :5432, 3000, "
                    + "53/udp or postgresql";

    private BadTarget() {}

    /** @param how it has to be besides, a continuation */
    static BadParameter of(@Nullable String given, String how) {
        return new BadParameter(PARAMETER, given == null ? "" : given, ACCEPTS + how);
    }
}
