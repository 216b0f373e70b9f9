package dev.homeport.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessStatTests {

    private static final String COLUMNS = " S 7 10 10 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 4711 1000 10 "
            + "18446744073709551615 1 1 1 0 0 0 0 0 0 0 0 0 17 0 0 0 0 0 0 1 2 3 140000 140100 1 2 0";

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "a) R 1 1 (b", "((", "with blank", ")"})
    void nameStandsBetweenTheFirstAndTheLastBracket(String name) {
        assertThat(ProcessStat.parse("42 (" + name + ")" + COLUMNS))
                .contains(new ProcessStat(42, 7, name, 4711, 140000, false));
    }

    @Test
    void partOfTheKernelIsToldByItsFlag() {
        assertThat(ProcessStat.parse("2 (kthreadd)" + COLUMNS.replace("4194560", "2129984")))
                .hasValueSatisfying(stat -> assertThat(stat.isKernelThread()).isTrue());
    }

    @Test
    void hostileNameIsCleaned() {
        assertThat(ProcessStat.parse("42 (\u001B[31mred\u202E)" + COLUMNS))
                .hasValueSatisfying(stat -> assertThat(stat.name()).isEqualTo("red"));
    }

    @Test
    void whateverIsCutOrChangedIsNoProcessAndNoException() {
        String whole = "42 (nginx)" + COLUMNS;
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder line = new StringBuilder(whole.substring(0, random.nextInt(whole.length())));
            if (!line.isEmpty()) {
                line.setCharAt(random.nextInt(line.length()), (char) random.nextInt(256));
            }
            ProcessStat.parse(line.toString());
        }
        assertThat(ProcessStat.parse("")).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisProcessIsRead() {
        ProcessHandle self = ProcessHandle.current();
        assertThat(ProcessStat.read(Path.of("/proc"), (int) self.pid())).hasValueSatisfying(stat -> {
            assertThat(stat.name()).isEqualTo("java");
            assertThat(stat.parent())
                    .isEqualTo((int) self.parent().orElseThrow().pid());
        });
    }

    @Test
    void argumentsEndWithZeros() {
        assertThat(CommandLine.parse("/usr/bin/x\0--a\0\0b\0")).isEqualTo(List.of("/usr/bin/x", "--a", "", "b"));
        assertThat(CommandLine.parse("nginx: master process /usr/sbin/nginx\0\0\0\0"))
                .isEqualTo(List.of("nginx: master process /usr/sbin/nginx"));
        assertThat(CommandLine.parse("")).isEmpty();
    }
}
