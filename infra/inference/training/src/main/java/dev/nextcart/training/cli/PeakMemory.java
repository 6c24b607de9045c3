package dev.nextcart.training.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory this process has had, native memory included. */
final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int KIBIBYTES_IN_MEBIBYTE = 1024;

    private PeakMemory() {}

    /** Resident set, MiB, as Linux tells it (VmHWM); elsewhere the JVM's heap, which is less. */
    static long mebibytes() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIBIBYTES_IN_MEBIBYTE)
                    .findFirst()
                    .orElseGet(PeakMemory::heap);
        } catch (IOException e) {
            return heap();
        }
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
