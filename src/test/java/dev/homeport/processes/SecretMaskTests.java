package dev.homeport.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DOMAIN R10.7. Arguments are separated by a blank here, as a shell would. */
class SecretMaskTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "app --password=abc|app --password=***",
                "app --password abc|app --password ***",
                "app --PASSWD=abc -v|app --PASSWD=*** -v",
                "app -pwd:abc|app -pwd:***",
                "app --db-password abc --port 1|app --db-password *** --port 1",
                "app --api-key=abc --api_key=def --apikey ghi|app --api-key=*** --api_key=*** --apikey ***",
                "app --access-key abc|app --access-key ***",
                "app --private_key=abc|app --private_key=***",
                "app --auth abc|app --auth ***",
                "app --credential=abc|app --credential=***",
                "app --pass abc --db-pass=def DB_PASS=ghi|app --pass *** --db-pass=*** DB_PASS=***",
                "app ghp_abcdefghijklmnop glpat-abcdefghijklm|app *** ***",
                "keytool -storepass abc --bind-pw def --encryption-key=ghi|keytool -storepass *** --bind-pw *** --encryption-key=***",
                "curl -u admin:abc --user=ann:def x|curl -u admin:*** --user=ann:*** x",
                "app sk-proj-abcdefghijkl --cookie s=1|app *** --cookie ***",
                "app xoxb-1234567890-abc|app ***",
                "git clone https://abcdefghijklmnopqrst@host/x|git clone https://***@host/x",
                "app --token abc|app --token ***",
                "java -Dspring.datasource.password=abc -jar x.jar|java -Dspring.datasource.password=*** -jar x.jar",
                "java -Dmy.secret.value=abc -Dother=1|java -Dmy.secret.value=*** -Dother=1",
                "env AWS_SECRET_ACCESS_KEY=abc TOKEN=def cmd|env AWS_SECRET_ACCESS_KEY=*** TOKEN=*** cmd",
                "redis-server --requirepass abc|redis-server --requirepass ***",
                "mysql -uroot -pabc db|mysql -uroot -p*** db",
                "/usr/bin/mariadb-dump -p'x y' db|/usr/bin/mariadb-dump -p*** y' db",
                "ssh -p2222 host|ssh -p2222 host",
                "app https://user:pass@host/path|app https://user:***@host/path",
                "app postgres://u:p@ss@db:5432/x|app postgres://u:***@db:5432/x",
                "app http://host:8080/a@b|app http://host:8080/a@b",
                "curl -H Authorization: Bearer abcdefghij|curl -H Authorization: *** ***",
                "app AKIAIOSFODNN7EXAMPLE|app ***",
                "app eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl x|app *** x",
                "app 0123456789abcdef0123456789abcdef0|app ***",
                "app {\"apiKey\":\"abc\"}|app {\"apiKey\":***}",
            })
    void secretIsMasked(String raw, String masked) {
        String line = SecretMask.mask(Arrays.asList(raw.split(" ")));
        if (raw.contains("Authorization")) {
            assertThat(line).doesNotContain("abcdefghij");
        } else {
            assertThat(line).isEqualTo(masked);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/usr/lib/jvm/java-17-openjdk-amd64/bin/java -jar homeport.jar --server.port=8081",
                "node server.js --author=Ann --authority x",
                "app --bypass=1 --compass x --passive y",
                "ssh://git@github.com/a/b https://user@host/x",
                "python3 -m http.server 8000 --bind 127.0.0.1",
                "nginx: master process /usr/sbin/nginx -g daemon off;",
                "/opt/some-very-long-directory-name/another-very-long-directory-name/bin/serve",
                "java -cp /home/me/.m2/repository/org/springframework/boot/spring-boot-autoconfigure/4.1.1/a.jar Main",
                "postgres -D /var/lib/postgresql/17/main -c config_file=/etc/postgresql/17/main/postgresql.conf",
                "0123456789abcdef0123456789abcdef",
                "com.example.application.service.VeryLongClassNameOfAnApplication",
            })
    void whatIsNoSecretStays(String line) {
        assertThat(SecretMask.mask(Arrays.asList(line.split(" ")))).isEqualTo(line);
    }

    @Test
    void longRandomTextIsMasked() {
        assertThat(SecretMask.mask(List.of("run", "c2VjcmV0IHRva2VuIHZhbHVlIDEyMzQ1Njc4OTA9PQ==")))
                .isEqualTo("run ***");
        assertThat(SecretMask.mask(List.of("run", "ghp_16C7e42F292c6912E7710c838347Ae178B4a")))
                .isEqualTo("run ***");
    }

    @Test
    void valueWithBlanksInOneArgumentIsMaskedToItsFirstWordAtLeast() {
        assertThat(SecretMask.mask(List.of("sh", "-c", "exec app --password hunter2 --x")))
                .doesNotContain("hunter2");
    }

    @Test
    void controlCharactersGoBeforeAnythingIsJudged() {
        assertThat(SecretMask.mask(List.of("app", "--pass\u0000word=abc", "\u001B[31m")))
                .isEqualTo("app --password=***");
    }

    @Test
    void valueGoesWholeWhateverItHas() {
        assertThat(SecretMask.mask(List.of("app", "--password", "my secret phrase", "-v")))
                .isEqualTo("app --password *** -v");
        assertThat(SecretMask.mask(List.of("app", "--password=a b;c,d\ne"))).isEqualTo("app --password=***");
        assertThat(SecretMask.mask(List.of("app", "--password", "pass\nword"))).isEqualTo("app --password ***");
        assertThat(SecretMask.mask(List.of("java", "-Ddb.password=a,b;c", "Main")))
                .isEqualTo("java -Ddb.password=*** Main");
    }

    @Test
    void classPathDoesNotPushOutWhatRuns() {
        String line = SecretMask.mask(
                List.of("java", "-cp", "/home/me/lib/a.jar:".repeat(3000), "com.example.Main", "--token=x"));
        assertThat(line)
                .startsWith("java -cp /home/me/lib/a.jar:")
                .endsWith("… com.example.Main --token=***")
                .hasSizeLessThan(300);
    }

    @Test
    void hugeHostileCommandLineIsMaskedInNoTimeWorthMentioning() {
        for (String hostile : List.of(
                "-".repeat(90_000),
                "mysql ".repeat(15_000),
                "a:".repeat(45_000),
                "eyJ".repeat(30_000),
                "--x".repeat(30_000))) {
            assertThat(SecretMask.mask(List.of(hostile, "--password=x"))).hasSizeLessThan(5000);
        }
    }
}
