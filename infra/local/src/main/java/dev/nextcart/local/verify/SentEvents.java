package dev.nextcart.local.verify;

import dev.nextcart.domain.event.InvalidEventException;
import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopEvent.Stream;
import dev.nextcart.domain.event.ShopperErased;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.local.privacy.ErasedSend;
import dev.nextcart.local.privacy.JournalLine;
import dev.nextcart.local.verify.Difference.Kind;
import dev.nextcart.local.verify.RefusedTexts.Refused;
import dev.nextcart.wire.EventReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sends of a journal, sorted: distinct facts, distinct refusals, repeats. An event is told from a repeat by its
 * shopper, way in and id, as the profiles do; what was sent first counts. Holds every distinct event, at most
 * {@value #MAX_EVENTS}.
 */
final class SentEvents {
    /** Some 2 GB of orders of twenty lines. */
    static final int MAX_EVENTS = 1_000_000;

    /** A clock that calls nothing early: whether an event was early was for its receiver to say. */
    private static final InstantSource END_OF_TIME = () -> Instant.parse("2100-01-01T00:00:00Z");

    private final EventReader reader = new EventReader(END_OF_TIME);
    private final RefusedTexts refusedTexts;
    private final Differences differences;
    private final Map<Key, ShopEvent> facts = new LinkedHashMap<>();
    private final Set<String> toldTwice = new LinkedHashSet<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> lost = new HashSet<>();
    private final ErasureCheck erasures;
    private final Set<String> erased = new HashSet<>();
    private final List<OrderEvent> erasedOrders = new ArrayList<>();
    private long sent;

    private record Key(Optional<ShopperId> shopper, Stream stream, String eventId) {}

    /** @param erasures knows all tombstones */
    SentEvents(RefusedTexts refusedTexts, ErasureCheck erasures, Differences differences) {
        this.refusedTexts = refusedTexts;
        this.erasures = erasures;
        this.differences = differences;
    }

    void add(JournalLine line) {
        sent++;
        switch (line) {
            case JournalLine.Erased gone -> forget(gone.send());
            case JournalLine.Sent entry ->
                erasures.forgotten()
                        .in(entry.event())
                        .ifPresentOrElse(
                                shopper -> forget(ErasedSend.of(entry.event(), shopper, END_OF_TIME)),
                                () -> add(entry));
        }
    }

    private void forget(ErasedSend send) {
        erasures.add(send.shopper());
        if (erased.add(send.shopper() + send.sha256())) {
            send.sale()
                    .flatMap(sale -> read(reader, sale))
                    .filter(OrderEvent.class::isInstance)
                    .map(OrderEvent.class::cast)
                    .ifPresent(erasedOrders::add);
        }
    }

    private void add(JournalLine.Sent entry) {
        Optional<Refused> refusal = refusedTexts.find(entry.event());
        Optional<ShopEvent> fact = read(reader, entry.event());
        if (refusal.isPresent()) {
            refuse(entry.event(), refusal.get(), fact.isPresent() && !entry.refused());
        } else if (fact.isPresent() && !entry.refused()) {
            keep(fact.get());
        } else if (lost.add(entry.event())) {
            differences.add(
                    Kind.EVENT, "refused, but not set down among the refused: " + shown(entry.event()), List.of());
        }
    }

    private void refuse(String event, Refused refusal, boolean readable) {
        if (!refused.add(event) || !readable) {
            return;
        }
        if (read(new EventReader(refusal::at), event).isPresent()) {
            differences.add(
                    Kind.EVENT,
                    "refused by " + refusal.source() + ", though valid: " + shown(event),
                    List.of("its reason: " + refusal.reason()));
        }
    }

    private void keep(ShopEvent event) {
        if (event instanceof ShopperErased request) {
            erasures.add(request);
        }
        ShopEvent before = facts.putIfAbsent(new Key(event.shopper(), event.stream(), event.eventId()), event);
        if (before != null && !before.equals(event)) {
            toldTwice.add(event.eventId());
        }
        if (facts.size() > MAX_EVENTS) {
            throw new IllegalStateException("more than " + MAX_EVENTS + " distinct events; verify a smaller replay");
        }
    }

    private static Optional<ShopEvent> read(EventReader reader, String event) {
        try {
            return Optional.of(reader.read(event));
        } catch (InvalidEventException e) {
            return Optional.empty();
        }
    }

    long sent() {
        return sent;
    }

    long refused() {
        return refused.size();
    }

    /** Distinct texts of erased shoppers. */
    long erased() {
        return erased.size();
    }

    /** What the ledger keeps of erased shoppers' orders. */
    List<OrderEvent> erasedOrders() {
        return erasedOrders;
    }

    /** Sends of something already sent. */
    long repeated() {
        return sent - facts.size() - refused.size() - lost.size() - erased.size();
    }

    /** Ids under which two different facts were told: the functions may have counted either. */
    Set<String> toldTwice() {
        return toldTwice;
    }

    Map<ShopperId, List<ShopEvent>> byShopper() {
        Map<ShopperId, List<ShopEvent>> byShopper = new LinkedHashMap<>();
        facts.values().stream()
                .filter(event -> Profile.STREAMS.contains(event.stream()))
                .forEach(event -> event.shopper()
                        .ifPresent(shopper -> byShopper
                                .computeIfAbsent(shopper, any -> new ArrayList<>())
                                .add(event)));
        return byShopper;
    }

    List<OrderEvent> orders() {
        return facts.values().stream()
                .filter(OrderEvent.class::isInstance)
                .map(OrderEvent.class::cast)
                .toList();
    }

    private static String shown(String event) {
        return event.length() <= SHOWN_CHARS ? event : event.substring(0, SHOWN_CHARS) + "…";
    }

    private static final int SHOWN_CHARS = 120;
}
