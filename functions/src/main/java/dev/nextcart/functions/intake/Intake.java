package dev.nextcart.functions.intake;

import dev.nextcart.domain.event.Fate;
import dev.nextcart.domain.event.InvalidEventException;
import dev.nextcart.domain.event.Refusals;
import dev.nextcart.domain.event.Refusals.Refusal;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.domain.event.StoreBusyException;
import dev.nextcart.lambda.Delivery;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Settles a batch: reads each message, refuses those that can never succeed, and has the others counted together. A
 * message is settled once it was counted, found a repeat, overtaken, set aside or refused; if the world is busy it comes
 * back. What comes of an erased shopper is refused without its payload.
 *
 * @param <E> the facts this function is there for
 */
public final class Intake<E extends ShopEvent> {
    private final String function;
    private final Class<E> facts;
    private final Function<String, ShopEvent> reader;
    private final Refusals refusals;
    private final InstantSource clock;
    private final Report report;

    /** Counts facts that belong together in one go. */
    @FunctionalInterface
    public interface Counting<E> {
        /** The fate of each event, in order. */
        List<Fate> count(List<E> events);
    }

    /** @param reader reads a payload; throws {@link InvalidEventException} */
    public Intake(
            String function,
            Class<E> facts,
            Function<String, ShopEvent> reader,
            Refusals refusals,
            InstantSource clock,
            Report report) {
        this.function = function;
        this.facts = facts;
        this.reader = reader;
        this.refusals = refusals;
        this.clock = clock;
        this.report = report;
    }

    /** Whether each delivery is settled for good, in order. */
    public List<Boolean> settle(List<Delivery> deliveries, Counting<E> counting) {
        Tally tally = report.open(function);
        boolean[] settled = new boolean[deliveries.size()];
        List<Integer> places = new ArrayList<>();
        List<E> events = new ArrayList<>();
        for (int place = 0; place < deliveries.size(); place++) {
            Delivery delivery = deliveries.get(place);
            try {
                events.add(read(delivery));
                places.add(place);
            } catch (InvalidEventException e) {
                settled[place] = refuse(delivery, e, tally);
            }
        }
        List<Fate> fates = events.isEmpty() ? List.of() : counting.count(events);
        for (int i = 0; i < fates.size(); i++) {
            int place = places.get(i);
            settled[place] = settle(fates.get(i), deliveries.get(place), events.get(i), tally);
        }
        report.close(tally);
        return asList(settled);
    }

    private boolean settle(Fate fate, Delivery delivery, E event, Tally tally) {
        if (fate instanceof Fate.Erased && !withhold(delivery, event, tally)) {
            return false;
        }
        tally.add(fate, delivery.id(), event);
        return !(fate instanceof Fate.Busy);
    }

    private E read(Delivery delivery) {
        ShopEvent event = reader.apply(delivery.payload());
        if (!facts.isInstance(event)) {
            throw new InvalidEventException(
                    "type", event.getClass().getSimpleName(), "is known, but does not belong to " + function);
        }
        return facts.cast(event);
    }

    private boolean refuse(Delivery delivery, InvalidEventException why, Tally tally) {
        try {
            boolean kept = refusals.refuse(refusal(delivery, why.reason()));
            if (kept) {
                tally.refused(delivery.id(), why);
            } else {
                tally.ofErased(delivery.id(), why);
            }
            return true;
        } catch (StoreBusyException e) {
            tally.notRefused(delivery.id(), e);
            return false;
        }
    }

    /** That it came is set down, but nothing of what it says. */
    private boolean withhold(Delivery delivery, E event, Tally tally) {
        try {
            event.shopper()
                    .ifPresent(shopper ->
                            refusals.withhold(refusal(delivery, "its shopper is erased"), ShopperKey.of(shopper)));
            return true;
        } catch (StoreBusyException e) {
            tally.notRefused(delivery.id(), e);
            return false;
        }
    }

    private Refusal refusal(Delivery delivery, String reason) {
        return new Refusal(function, delivery.id(), reason, delivery.payload(), clock.instant());
    }

    private static List<Boolean> asList(boolean[] settled) {
        Boolean[] boxed = new Boolean[settled.length];
        Arrays.setAll(boxed, place -> settled[place]);
        return List.of(boxed);
    }
}
