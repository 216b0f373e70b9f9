package dev.homeport.diagnosis.trouble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A control group that gives a server a fiftieth of a processor. */
final class Quota {

    private static final Path OLD = Path.of("/sys/fs/cgroup/cpu");
    private static final Path NEW = Path.of("/sys/fs/cgroup");

    private Quota() {}

    /** Whether one can be made here, of either version. */
    private static boolean isPossible() {
        return Files.isWritable(OLD.resolve("cgroup.procs")) || isNew();
    }

    private static boolean isNew() {
        try {
            return Files.isWritable(NEW.resolve("cgroup.procs"))
                    && Files.readString(NEW.resolve("cgroup.subtree_control")).contains("cpu");
        } catch (IOException e) {
            return false;
        }
    }

    /** A web server that works a little for each answer. */
    static void throttled(Scene scene) throws Exception {
        if (!isPossible()) {
            throw new UnsupportedOperationException("needs a control group that may be written");
        }
        Process server = scene.program(List.of(), WebServer.class, "" + scene.port(), "400");
        Path group = Files.createDirectory((isNew() ? NEW : OLD).resolve("homeport-quota-" + server.pid()));
        scene.atEnd(() -> {
            server.destroyForcibly();
            server.waitFor();
            Files.delete(group);
        });
        if (isNew()) {
            Files.writeString(group.resolve("cpu.max"), "2000 100000");
        } else {
            Files.writeString(group.resolve("cpu.cfs_quota_us"), "2000");
        }
        Files.writeString(group.resolve("cgroup.procs"), Long.toString(server.pid()));
    }
}
