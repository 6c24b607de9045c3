package dev.nextcart.local.usage;

import java.util.Collections;
import java.util.SortedMap;

/**
 * What a function took.
 *
 * @param memoryMegabytes as the template has it
 * @param invocations answered, failed, crashed or timed out
 * @param billedMillis time from being handed an event until its end, each rounded up to a millisecond
 * @param starts of a process
 * @param startMillis time from its start until it asked for work, each rounded up
 * @param logBytes it wrote
 * @param tables by table name
 */
public record FunctionUse(
        int memoryMegabytes,
        long invocations,
        long billedMillis,
        long starts,
        long startMillis,
        long logBytes,
        SortedMap<String, TableUse> tables) {

    public FunctionUse {
        tables = Collections.unmodifiableSortedMap(tables);
    }

    FunctionUse since(FunctionUse earlier) {
        return new FunctionUse(
                memoryMegabytes,
                invocations - earlier.invocations,
                billedMillis - earlier.billedMillis,
                starts - earlier.starts,
                startMillis - earlier.startMillis,
                logBytes - earlier.logBytes,
                Usage.each(tables, earlier.tables, TableUse::since));
    }
}
