package dev.homeport.namespaces.side;

/**
 * Whether a loopback address does what it is there for: a connection and a byte there and back (DOMAIN R5.30).
 *
 * @param address {@code 127.0.0.1} or {@code ::1}
 * @param answer {@code works}, {@code fails}, {@code absent} or {@code untested}, as the health component says
 * @param observed what was seen where it does not work, in the system's own words; empty where it does
 */
public record Proof(String address, String answer, String observed) {

    /** For the page: {@code works}, {@code fails: connection refused}. */
    public String text() {
        return observed.isEmpty() ? answer : answer + ": " + observed;
    }
}
