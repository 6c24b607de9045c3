package dev.nextcart.local.cost;

import java.util.OptionalInt;

/**
 * What a deployment would choose and a replay cannot know.
 *
 * @param architecture {@code arm64} or {@code x86_64}
 * @param memoryMegabytes of every function, 128..10,240; each function's own if absent
 * @param hours in which a million events come in, more than 0: shards cost by the hour
 */
public record CostTerms(String architecture, OptionalInt memoryMegabytes, double hours) {
    /** What Lambda allows (AWS Lambda quotas, read 2026-11). */
    public static final int MIN_MEMORY_MEGABYTES = 128;

    public static final int MAX_MEMORY_MEGABYTES = 10_240;

    public CostTerms {
        memoryMegabytes.ifPresent(memory -> {
            if (memory < MIN_MEMORY_MEGABYTES || memory > MAX_MEMORY_MEGABYTES) {
                throw new CostException("memory: " + memory + " MB is not in " + MIN_MEMORY_MEGABYTES + ".."
                        + MAX_MEMORY_MEGABYTES + ", which Lambda offers");
            }
        });
        if (!(hours > 0) || Double.isInfinite(hours)) {
            throw new CostException("hours: " + hours + " is not more than 0");
        }
    }
}
