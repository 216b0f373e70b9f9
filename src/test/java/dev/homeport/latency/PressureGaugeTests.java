package dev.homeport.latency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.platform.NamespaceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PressureGaugeTests {

    @TempDir
    Path machine;

    private Path statistics;

    @BeforeEach
    void group() throws IOException {
        Files.createDirectories(machine.resolve("proc/self"));
        statistics =
                Files.createDirectories(machine.resolve("cgroup/app.slice")).resolve("cpu.stat");
        member("0::/app.slice\n");
    }

    private void member(String group) throws IOException {
        Files.writeString(machine.resolve("proc/self/cgroup"), group);
    }

    private void throttled(long times) throws IOException {
        Files.writeString(statistics, "usage_usec 1\nnr_periods 900\nnr_throttled " + times + "\nthrottled_usec 5\n");
    }

    private PressureGauge gauge() {
        return new PressureGauge(NamespaceRoot.own(machine.resolve("proc")), machine.resolve("cgroup"));
    }

    @Test
    void throttlingIsCountedFromOneLookToTheNext() throws IOException {
        PressureGauge gauge = gauge();
        throttled(40);
        assertThat(gauge.read().isThrottled()).isFalse();
        throttled(47);
        assertThat(gauge.read().throttled()).isEqualTo(7);
        assertThat(gauge.read().throttled()).isZero();
    }

    @Test
    void withoutAQuotaNothingIsToldOfIt() throws IOException {
        assertThat(gauge().read().throttled()).isNull();
        member("11:cpu:/old\n");
        assertThat(gauge().read().throttled()).isNull();
        member("0::/../elsewhere\n");
        assertThat(gauge().read().throttled()).isNull();
    }

    @Test
    void aMachineIsBusyWhenMoreWantToRunThanCan() {
        assertThat(new Pressure(2.1, 2, null).isBusy()).isTrue();
        assertThat(new Pressure(2.0, 2, null).isBusy()).isFalse();
        assertThat(Pressure.NOT_READ.isBusy()).isFalse();
    }
}
