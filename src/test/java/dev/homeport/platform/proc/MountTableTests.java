package dev.homeport.platform.proc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.proc.MountTable.Mount;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MountTableTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "22 27 0:21 / /proc rw - proc proc rw,hidepid=invisible | / | /proc | proc | rw,hidepid=invisible",
                "36 35 98:0 /a /b rw,noatime master:1 shared:2 - ext3 /dev/root rw | /a | /b | ext3 | rw",
                "31 30 0:4 net:[4026532297] /run/netns/web rw shared:9 - nsfs nsfs rw "
                        + "| net:[4026532297] | /run/netns/web | nsfs | rw",
                "40 30 8:1 / /media/my\\040disk\\134 rw - ext4 /dev/sda rw | / | /media/my disk\\ | ext4 | rw",
            })
    void mountIsReadFromItsLine(String line, String root, String point, String type, String options) {
        assertThat(MountTable.parse(line).mounts()).containsExactly(new Mount(root, point, type, options));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "22 27", "22 27 0:21 / /proc rw", "22 27 0:21 / /proc rw - proc", "a - b c d e f g"})
    void lineThatMakesNoSenseIsLeftOut(String line) {
        assertThat(MountTable.parse("1 0 8:1 / / rw - ext4 /dev/sda rw\n" + line)
                        .mounts())
                .hasSize(1);
    }

    @Test
    void lastOfSeveralAtOnePlaceIsSeenThere() {
        MountTable table = MountTable.parse("""
                1 1 0:2 / / rw - rootfs rootfs rw
                22 1 8:1 / / rw - ext4 /dev/sda rw
                """);
        assertThat(table.at("/"))
                .hasValueSatisfying(root -> assertThat(root.type()).isEqualTo("ext4"));
        assertThat(table.at("/etc/hosts")).isEmpty();
        assertThat(table.ofType("rootfs")).hasSize(1);
    }

    @Test
    void optionHasAValue() {
        Mount proc = new Mount("/", "/proc", "proc", "rw,gid=4,hidepid=2");
        assertThat(proc.option("hidepid")).contains("2");
        assertThat(proc.option("rw")).isEmpty();
    }

    @Test
    void tableThatCannotBeReadIsEmpty() {
        assertThat(MountTable.of(NamespaceRoot.own(Path.of("/nowhere"))).mounts())
                .isEmpty();
    }
}
