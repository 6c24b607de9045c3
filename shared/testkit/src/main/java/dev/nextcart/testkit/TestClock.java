package dev.nextcart.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands at a year after {@link Events#NOON} until a test moves it on. */
public final class TestClock implements InstantSource {
    private volatile Instant now = Events.NOON.plus(Duration.ofDays(365));

    @Override
    public Instant instant() {
        return now;
    }

    public void advance(Duration time) {
        now = now.plus(time);
    }
}
