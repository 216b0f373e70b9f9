package dev.homeport.diagnosis.examination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.diagnosis.question.QuestionParser;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.platform.OsFamily;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;

class CommandsTests {

    private static Target target(String given) {
        return QuestionParser.parse(new LinkedMultiValueMap<>(Map.of(QuestionParser.TARGET, List.of(given))))
                .target();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "LINUX, localhost:3000, curl -v http://localhost:3000/",
                "LINUX, https://[::1]:8443, curl -vk 'https://[::1]:8443/'",
                "LINUX, http://localhost:80/a;b, curl -v 'http://localhost:80/a;b'",
                "LINUX, http://localhost:80/it's$(x), curl -v 'http://localhost:80/it%27s$(x)'",
                "LINUX, [::1]:5432, nc -vz ::1 5432",
                "LINUX, postgresql, nc -vz localhost 5432",
                "LINUX, 53/udp, ss -ulnpe 'sport = :53'",
                "MACOS, localhost:3000, curl -v http://localhost:3000/",
                "MACOS, 53/udp, lsof -nP -iUDP:53",
                "WINDOWS, localhost:3000, curl.exe -v http://localhost:3000/",
                "WINDOWS, postgresql, Test-NetConnection localhost -Port 5432",
                "WINDOWS, 53/udp, Get-NetUDPEndpoint -LocalPort 53",
            })
    void verificationSpeaksWhatIsSpokenThere(OsFamily os, String target, String command) {
        assertThat(new Commands(os).verification(target(target))).isEqualTo(command);
    }

    @ParameterizedTest
    @CsvSource({
        "LINUX, ss -tlnpe 'sport = :3000', getent ahosts app.test, kill 7",
        "MACOS, lsof -nP -iTCP:3000 -sTCP:LISTEN, dscacheutil -q host -a name app.test, kill 7",
        "WINDOWS, Get-NetTCPConnection -State Listen -LocalPort 3000, Resolve-DnsName app.test, Stop-Process -Id 7",
    })
    void eachSystemHasItsOwn(OsFamily os, String holders, String lookUp, String end) {
        Commands commands = new Commands(os);
        assertThat(commands.holders(target("localhost:3000"))).isEqualTo(holders);
        assertThat(commands.lookUp("app.test")).isEqualTo(lookUp);
        assertThat(commands.end(7)).isEqualTo(end);
    }
}
