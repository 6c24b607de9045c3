package dev.nextcart.local.shop;

import dev.nextcart.domain.event.Origin;
import dev.nextcart.domain.event.ShopEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes down what happened until the shop closes; gives each event its id. */
final class SyntheticDiary {
    private final Instant closing;
    private final List<ShopEvent> events = new ArrayList<>();
    private int written;

    SyntheticDiary(Instant closing) {
        this.closing = closing;
    }

    /** Notes an event, unless it would happen after closing. */
    void note(Instant at, Function<Origin, ShopEvent> event) {
        written++;
        if (at.isBefore(closing)) {
            events.add(event.apply(new Origin("synthetic-%06d".formatted(written), at)));
        }
    }

    List<ShopEvent> events() {
        return events;
    }
}
