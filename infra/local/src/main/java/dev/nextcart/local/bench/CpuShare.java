package dev.nextcart.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A control group whose processes together get a share of one processor. It is made beneath this process's own and goes
 * when it closes; nothing else is changed. (The tool cpulimit is no substitute: it looks every tenth of a second, and by
 * then a native start is over.)
 */
final class CpuShare implements AutoCloseable {
    /**
     * Lambda's period is reported to be 20 ms. In the kernel's own of 100 ms a short start would run unhindered on what
     * a single period allows.
     */
    private static final long PERIOD_MICROS = 20_000;

    private static final String NAME = "nextcart-bench";
    private static final Path MOUNTS = Path.of("/proc/self/mounts");
    private static final Path OWN = Path.of("/proc/self/cgroup");

    private final Path group;

    private CpuShare(Path group) {
        this.group = group;
    }

    /**
     * Makes the group.
     *
     * @param share of one processor, above 0
     * @throws UnavailableException when this machine or user cannot
     */
    static CpuShare of(double share) throws UnavailableException {
        try {
            Path group = parent().resolve(NAME);
            Files.createDirectories(group);
            CpuShare made = new CpuShare(group);
            try {
                made.limit(share);
                return made;
            } catch (IOException e) {
                made.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UnavailableException("no control group can be made (" + e + ")");
        }
    }

    /** Why not; to be said instead of a figure. */
    static final class UnavailableException extends Exception {
        private static final long serialVersionUID = 1;

        UnavailableException(String message) {
            super(message);
        }
    }

    /** Command that runs its arguments in the group, in its own process. A shell's start is a millisecond or two of it. */
    List<String> command() {
        return List.of(
                "/bin/sh",
                "-c",
                "echo $$ > \"$0\" && exec \"$@\"",
                group.resolve("cgroup.procs").toString());
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(group);
        } catch (IOException e) {
            return; // Another benchmark of this machine uses it; an empty group does no harm.
        }
    }

    private void limit(double share) throws IOException {
        long quota = Math.round(PERIOD_MICROS * share);
        if (Files.exists(group.resolve("cpu.max"))) {
            Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD_MICROS);
        } else if (Files.exists(group.resolve("cpu.cfs_quota_us"))) {
            Files.writeString(group.resolve("cpu.cfs_period_us"), Long.toString(PERIOD_MICROS));
            Files.writeString(group.resolve("cpu.cfs_quota_us"), Long.toString(quota));
        } else {
            throw new IOException(group + " has no control over the processor");
        }
    }

    /** Version 1 keeps the processor in a hierarchy of its own; version 2 has one for everything. */
    private static Path parent() throws IOException {
        if (!Files.exists(MOUNTS)) {
            throw new IOException("control groups are Linux's, this is " + System.getProperty("os.name"));
        }
        List<String[]> mounts;
        try (Stream<String> lines = Files.lines(MOUNTS)) {
            mounts = lines.map(line -> line.split(" ", -1)).toList();
        }
        Optional<String[]> processor = mounts.stream()
                .filter(mount -> mount[2].equals("cgroup")
                        && List.of(mount[3].split(",", -1)).contains("cpu"))
                .findFirst();
        Optional<String[]> everything =
                mounts.stream().filter(mount -> mount[2].equals("cgroup2")).findFirst();
        if (processor.isPresent()) {
            return Path.of(processor.get()[1] + own("cpu"));
        }
        if (everything.isPresent()) {
            return Path.of(everything.get()[1] + own(""));
        }
        throw new IOException("no control groups are mounted");
    }

    /** This process's group among those of a controller; version 2's has no name. Lines are number:controllers:path. */
    private static String own(String controller) throws IOException {
        for (String line : Files.readAllLines(OWN)) {
            String[] fields = line.split(":", 3);
            if (List.of(fields[1].split(",", -1)).contains(controller)) {
                return fields[2];
            }
        }
        throw new IOException(OWN + " does not name this process's group");
    }
}
