package dev.homeport.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeTests {

    /** The exceptions as Java 17 and 25 throw them on Linux (DOMAIN R5.41), and a few of macOS. */
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConnectException("Connection refused"), Outcome.REFUSED),
                Arguments.of(new ConnectException("Connection timed out"), Outcome.TIMED_OUT),
                Arguments.of(new SocketTimeoutException("Connect timed out"), Outcome.TIMED_OUT),
                Arguments.of(new SocketException("Network is unreachable"), Outcome.NETWORK_UNREACHABLE),
                Arguments.of(new ConnectException("Network is unreachable"), Outcome.NETWORK_UNREACHABLE),
                Arguments.of(new NoRouteToHostException("No route to host"), Outcome.HOST_UNREACHABLE),
                Arguments.of(new NoRouteToHostException(null), Outcome.HOST_UNREACHABLE),
                Arguments.of(new BindException("Permission denied"), Outcome.NOT_PERMITTED),
                Arguments.of(new SocketException("Operation not permitted"), Outcome.NOT_PERMITTED),
                Arguments.of(new BindException("Cannot assign requested address"), Outcome.ADDRESS_NOT_AVAILABLE),
                Arguments.of(new BindException("Can't assign requested address"), Outcome.ADDRESS_NOT_AVAILABLE),
                Arguments.of(new SocketException("Protocol family unavailable"), Outcome.ADDRESS_NOT_AVAILABLE),
                Arguments.of(new SocketException("IPv6 protocol family unavailable"), Outcome.ADDRESS_NOT_AVAILABLE),
                Arguments.of(new SocketException("Invalid argument"), Outcome.INVALID_ADDRESS),
                Arguments.of(new ConnectException("Operation not permitted: connection refused"), Outcome.REFUSED),
                Arguments.of(new ConnectException("Invalid argument: no route to host"), Outcome.HOST_UNREACHABLE),
                Arguments.of(new IOException("something new"), Outcome.FAILED),
                Arguments.of(new IOException(), Outcome.FAILED));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failureIsToldByItsClassAndItsWords(IOException failure, Outcome outcome) {
        assertThat(Outcome.of(failure)).isEqualTo(outcome);
    }

    @Test
    void onlyTheTwoThatWereSetUpAreAccepted() {
        assertThat(Stream.of(Outcome.values()).filter(Outcome::isAccepted))
                .containsExactly(Outcome.ACCEPTED, Outcome.ACCEPTED_THEN_CLOSED);
    }
}
