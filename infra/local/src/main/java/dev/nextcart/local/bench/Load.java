package dev.nextcart.local.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.util.OptionalDouble;

/**
 * How busy the machine was before a benchmark began: its figures mean little without it.
 *
 * @param oneMinute processes that ran or wanted to, on average over the last minute; empty where nobody counts them
 */
public record Load(OptionalDouble oneMinute) {
    public static Load now() {
        double average = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new Load(average < 0 ? OptionalDouble.empty() : OptionalDouble.of(average));
    }

    void putInto(ObjectNode summary) {
        ObjectNode load = summary.putObject("load").putNull("1m");
        oneMinute.ifPresent(average -> load.put("1m", Rounded.of(average)));
    }
}
