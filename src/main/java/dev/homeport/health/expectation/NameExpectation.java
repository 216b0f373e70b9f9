package dev.homeport.health.expectation;

import dev.homeport.health.names.NameAnswer;
import dev.homeport.health.names.Names;
import dev.homeport.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a name should lead to, by the system's own resolver: exactly these addresses, in whatever order.
 *
 * @param host the name
 */
record NameExpectation(String name, String host, List<IpAddress> addresses) implements Expectation {

    NameExpectation {
        addresses = List.copyOf(addresses);
    }

    @Override
    public String text() {
        return "name " + host + " " + words(addresses);
    }

    @Override
    public ExpectationVerdict judge(Observed observed) {
        return observed.names()
                .whyNotFresh()
                .map(reason -> ExpectationVerdict.unread(this, reason))
                .orElseGet(() -> judge(observed.names().latest().orElseThrow()));
    }

    private ExpectationVerdict judge(Names names) {
        NameAnswer answer = names.of(host).orElseThrow();
        if (!answer.isKnown()) {
            return ExpectationVerdict.unread(this, answer.text() + ".");
        } else if (answer.failure() != null) {
            return ExpectationVerdict.unmet(
                    this, "The name is not found.", List.of("The resolver says: " + answer.failure() + "."));
        }
        List<IpAddress> found =
                answer.addresses().stream().map(IpAddress::withoutZone).toList();
        List<String> differences = new ArrayList<>();
        if (!found.containsAll(addresses)) {
            differences.add("It does not lead to "
                    + words(addresses.stream()
                            .filter(address -> !found.contains(address))
                            .toList())
                    + ".");
        }
        if (!addresses.containsAll(found)) {
            differences.add("It also leads to "
                    + words(found.stream()
                            .filter(address -> !addresses.contains(address))
                            .toList())
                    + ".");
        }
        String actual = host + " leads to " + answer.text() + ".";
        return differences.isEmpty()
                ? ExpectationVerdict.met(this, actual)
                : ExpectationVerdict.unmet(this, actual, differences);
    }

    private static String words(List<IpAddress> addresses) {
        return addresses.stream().map(IpAddress::text).collect(Collectors.joining(" "));
    }
}
