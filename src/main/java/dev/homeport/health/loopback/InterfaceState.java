package dev.homeport.health.loopback;

import dev.homeport.health.Explanation;
import dev.homeport.interfaces.Interface;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the loopback interface is, at the moment of a self-test.
 *
 * @param device null where there is none, or it could not be looked at
 * @param localRoute what makes 127.0.0.1 this machine's own; null when there is no such route, or the source tells of none
 * @param unread why it could not be looked at; null when it was
 * @param explanation what it has to do with a failing self-test
 * @param since when it was first seen so
 */
public record InterfaceState(
        @Nullable Interface device,
        @Nullable String localRoute,
        @Nullable String unread,
        Explanation explanation,
        Instant since) {

    boolean isAs(InterfaceState other) {
        boolean isUp = device != null && device.isUp();
        boolean wasUp = other.device != null && other.device.isUp();
        return isUp == wasUp && explanation.cause() == other.explanation.cause();
    }

    InterfaceState since(Instant earlier) {
        return new InterfaceState(device, localRoute, unread, explanation, earlier);
    }
}
