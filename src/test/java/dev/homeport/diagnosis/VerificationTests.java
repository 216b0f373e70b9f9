package dev.homeport.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.net.PortNames;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationTests {

    @ParameterizedTest
    @CsvSource({
        "localhost:3000, curl -v http://localhost:3000/",
        "https://[::1]:8443, curl -vk https://[::1]:8443/",
        "[::1]:5432, nc -vz ::1 5432",
        "postgresql, nc -vz localhost 5432",
        "53/udp, ss -ulnp 'sport = :53'",
    })
    void commandSpeaksWhatIsSpokenThere(String target, String command) {
        assertThat(Verification.of(new TargetParser(PortNames.iana()).parse(target)))
                .isEqualTo(command);
    }
}
