package dev.nextcart.functions.intake;

import dev.nextcart.domain.event.Refusals;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.wire.EventReader;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes each function's {@link Intake}. */
@Singleton
public final class Intakes {
    private final EventReader reader;
    private final Refusals refusals;
    private final InstantSource clock;
    private final Report report;

    Intakes(EventReader reader, Refusals refusals, InstantSource clock, Report report) {
        this.reader = reader;
        this.refusals = refusals;
        this.clock = clock;
        this.report = report;
    }

    /** Messages are EventBridge envelopes, as a bus rule puts them on a queue. */
    public <E extends ShopEvent> Intake<E> fromQueue(String function, Class<E> facts) {
        return new Intake<>(function, facts, reader::readEnvelope, refusals, clock, report);
    }

    /** Records are events as they are. */
    public <E extends ShopEvent> Intake<E> fromStream(String function, Class<E> facts) {
        return new Intake<>(function, facts, reader::read, refusals, clock, report);
    }
}
