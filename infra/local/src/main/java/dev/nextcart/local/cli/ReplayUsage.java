package dev.nextcart.local.cli;

import dev.nextcart.local.client.CloudClient;
import dev.nextcart.local.usage.Usage;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * What a cloud was asked to do while something ran. Functions print what they used, which may reach the cloud a moment
 * after their answers; so it is read until it stands still.
 */
final class ReplayUsage {
    /** Twice a busy machine's hiccup. */
    private static final Duration STILL = Duration.ofMillis(200);

    /** By then what is missing was lost with a killed process. */
    private static final int MAX_LOOKS = 25;

    private final CloudClient cloud;
    private final Usage before;

    /** Begins to measure. */
    ReplayUsage(CloudClient cloud) {
        this.cloud = cloud;
        this.before = cloud.usage();
    }

    /** Since the beginning. */
    Usage measured() {
        Usage last = cloud.usage();
        for (int look = 0; look < MAX_LOOKS; look++) {
            LockSupport.parkNanos(STILL.toNanos());
            Usage now = cloud.usage();
            if (now.equals(last)) {
                break;
            }
            last = now;
        }
        return last.since(before);
    }
}
