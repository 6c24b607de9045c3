package dev.nextcart.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What a process has taken so far.
 *
 * @param cpuMillis processor time of all its threads
 * @param peakRssMiB most memory it held at once; empty where the operating system does not say
 */
record ProcessCosts(double cpuMillis, OptionalDouble peakRssMiB) {
    /** USER_HZ, in which Linux counts for everyone whatever its own tick (man 7 time). */
    private static final double MILLIS_PER_TICK = 10;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double KIB_PER_MIB = 1_024;

    /** Counted from the field after the command's name, which is the third (man 5 proc_pid_stat). */
    private static final int USER_TICKS = 14 - 3;

    private static final int SYSTEM_TICKS = 15 - 3;

    static ProcessCosts of(ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            return of(
                    Files.readString(proc.resolve("stat")),
                    Files.readAllLines(proc.resolve("status")),
                    threads(proc.resolve("task")));
        } catch (IOException e) {
            return new ProcessCosts(
                    process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / NANOS_PER_MILLI,
                    OptionalDouble.empty());
        }
    }

    /**
     * Of the files of /proc. Ticks are too coarse for a start of two of them; what the living threads ran is exact but
     * lacks the dead ones: the greater of the two is nearest.
     *
     * @param schedstats of each living thread
     */
    static ProcessCosts of(String stat, List<String> status, List<String> schedstats) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        double ticks = Double.parseDouble(fields[USER_TICKS]) + Double.parseDouble(fields[SYSTEM_TICKS]);
        double nanos = schedstats.stream()
                .mapToDouble(thread -> Double.parseDouble(thread.split(" ", -1)[0]))
                .sum();
        OptionalDouble peak = status.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIB_PER_MIB)
                .findFirst();
        return new ProcessCosts(Math.max(ticks * MILLIS_PER_TICK, nanos / NANOS_PER_MILLI), peak);
    }

    private static List<String> threads(Path tasks) throws IOException {
        try (Stream<Path> threads = Files.list(tasks)) {
            return threads.flatMap(thread -> schedstat(thread.resolve("schedstat")).stream())
                    .toList();
        }
    }

    /** None where the thread ended meanwhile, or the kernel does not count. */
    private static List<String> schedstat(Path file) {
        try {
            return List.of(Files.readString(file));
        } catch (IOException e) {
            return List.of();
        }
    }
}
