package dev.nextcart.local.shop;

import java.time.Duration;

/**
 * How a replay went.
 *
 * @param sent events handed in, repeats included
 * @param repeats second sends among them
 * @param refusedAtDoor of them, not let in
 * @param kills function processes killed
 * @param took from the first send until all was settled
 */
public record ReplayResult(long sent, long repeats, long refusedAtDoor, int kills, Duration took) {
    private static final double NANOS = 1e9;

    public double seconds() {
        return took.toNanos() / NANOS;
    }

    /** End to end: sent, through the sources and functions, and durable. */
    public double eventsPerSecond() {
        return sent == 0 ? 0 : sent / Math.max(seconds(), 1 / NANOS);
    }
}
