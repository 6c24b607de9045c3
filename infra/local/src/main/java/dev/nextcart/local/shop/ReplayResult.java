package dev.nextcart.local.shop;

import java.time.Duration;
import java.util.Optional;

/**
 * How a replay went.
 *
 * @param sent events handed in, repeats included
 * @param repeats second sends among them
 * @param refusedAtDoor good ones among them, not let in
 * @param kills function processes killed
 * @param took from the first send until all was settled
 * @param recovery from the end of the outage, if there was one, until all that was handed in before was settled
 */
public record ReplayResult(
        long sent, long repeats, long refusedAtDoor, int kills, Duration took, Optional<Duration> recovery) {
    private static final double NANOS = 1e9;

    public double seconds() {
        return took.toNanos() / NANOS;
    }

    /** End to end: sent, through the sources and functions, and durable. */
    public double eventsPerSecond() {
        return sent == 0 ? 0 : sent / Math.max(seconds(), 1 / NANOS);
    }
}
