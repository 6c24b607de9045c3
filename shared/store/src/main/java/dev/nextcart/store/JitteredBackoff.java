package dev.nextcart.store;

import dev.nextcart.domain.profile.ProfileFolding.Backoff;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits a random time below a bound that doubles with each try ("full jitter", AWS Architecture Blog, Exponential
 * Backoff And Jitter, 2015): those who met once are unlikely to meet again.
 */
public final class JitteredBackoff implements Backoff {
    /** A conditional write takes some 5 ms, so two writers part at the first wait. */
    private static final Duration FIRST_BOUND = Duration.ofMillis(20);

    /** All waits of one call stay well below a function's timeout. */
    private static final Duration LAST_BOUND = Duration.ofSeconds(1);

    private static final int MAX_DOUBLINGS = 10;

    @Override
    public void pause(int tries) throws InterruptedException {
        long bound = FIRST_BOUND.toMillis() << Math.min(tries - 1, MAX_DOUBLINGS);
        Thread.sleep(ThreadLocalRandom.current().nextLong(Math.min(bound, LAST_BOUND.toMillis()) + 1));
    }
}
