package dev.nextcart.local.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.domain.erasure.Tombstone;
import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.event.Refusals.Refusal;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperErased;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.domain.ledger.DayBucket;
import dev.nextcart.domain.ledger.Rollup;
import dev.nextcart.domain.ledger.SaleLine;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.local.privacy.Forgotten;
import dev.nextcart.local.privacy.JournalLine;
import dev.nextcart.store.ProfileCodec;
import dev.nextcart.store.StoredLateEvent;
import dev.nextcart.store.StoredProfile;
import dev.nextcart.store.StoredRefusal;
import dev.nextcart.store.StoredSale;
import dev.nextcart.store.StoredTombstone;
import dev.nextcart.testkit.Events;
import dev.nextcart.wire.EventWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A journal and a store that agree, until a test tampers with the store. */
final class SmallCloud implements StoredState {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long ENVELOPE_BYTES = 100;

    private final List<String> journal = new ArrayList<>();
    private final SortedMap<ShopperId, Profile> profiles = new TreeMap<>();
    private final Map<String, SaleLine> lines = new TreeMap<>();
    private final SortedMap<DayBucket, Rollup> tampered = new TreeMap<>();
    private final List<DayBucket> lostRollups = new ArrayList<>();
    private final List<StoredLateEvent> late = new ArrayList<>();
    private final List<StoredTombstone> tombstones = new ArrayList<>();
    private final List<StoredRefusal> refusals = new ArrayList<>();

    /** Sends and counts. */
    void count(ShopEvent... events) {
        for (ShopEvent event : events) {
            send(event);
            event.shopper().ifPresent(shopper -> tamper(shopper, profile -> profile.with(event)));
            record(event);
        }
    }

    /** Sends, and nothing comes of it. */
    void send(ShopEvent event) {
        journal("{\"event\":" + quoted(new EventWriter().write(event)) + ",\"ticket\":1}");
    }

    /** Sends; a function refuses the envelope it came in. */
    void refuse(String event, String reason, Instant at) {
        journal("{\"event\":" + quoted(event) + ",\"ticket\":1}");
        setDown("{\"version\":\"0\",\"detail-type\":\"x\",\"detail\":" + event + "}", reason, at);
    }

    /** Sends; the door turns it away and forgets to set it down. */
    void turnAway(String event) {
        journal("{\"event\":" + quoted(event) + ",\"refused\":\"no\"}");
    }

    void setDown(String payload, String reason, Instant at) {
        refusals.add(new StoredRefusal(
                "id-" + refusals.size(),
                new Refusal("order-events", "m", reason, payload, at),
                payload.length(),
                Optional.empty(),
                false));
    }

    /** Sends a request and does as it says: profile gone, tombstone in its place, orders left in the ledger. */
    void erase(ShopperErased request) {
        send(request);
        profiles.remove(request.shopperId());
        bury(request.shopperId(), Optional.of(request.occurredAt()));
    }

    void bury(ShopperId shopper, Optional<Instant> finishedAt) {
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        tombstones.add(new StoredTombstone(
                ShopperKey.of(shopper),
                new Tombstone(at, at.plus(Tombstone.LIFE), 1, Optional.of(List.of()), finishedAt)));
    }

    /** As a function does with what comes of an erased shopper. */
    void withhold(ShopperId shopper, String payload) {
        Refusal refusal = new Refusal("order-events", "m", "its shopper is erased", "", Events.NOON);
        refusals.add(new StoredRefusal(
                "id-" + refusals.size(), refusal, payload.length(), Optional.of(ShopperKey.of(shopper)), true));
    }

    /** A refusal that names somebody. */
    void refuse(ShopperId shopper, String payload) {
        Refusal refusal = new Refusal("order-events", "m", "bad", payload, Events.NOON);
        refusals.add(new StoredRefusal(
                "id-" + refusals.size(), refusal, payload.length(), Optional.of(ShopperKey.of(shopper)), false));
    }

    /** As the cloud does once it is asked to. */
    void scrub(ShopperId shopper) {
        Forgotten forgotten = new Forgotten();
        forgotten.add(List.of(ShopperKey.of(shopper)));
        journal.replaceAll(line -> JournalLine.forgetful(line, forgotten, InstantSource.system()));
    }

    void setAside(ShopEvent event) {
        late.add(new StoredLateEvent(event.shopper().orElseThrow(), event.eventId(), "{}"));
    }

    void record(ShopEvent event) {
        if (event instanceof OrderEvent order) {
            SaleLine.of(order).forEach(line -> lines.put(line.eventId() + "#" + line.line(), line));
        }
    }

    void tamper(ShopperId shopper, UnaryOperator<Profile> change) {
        profiles.put(
                shopper,
                change.apply(Optional.ofNullable(profiles.get(shopper)).orElseGet(() -> Profile.blank(shopper))));
    }

    void lose(ShopperId shopper) {
        profiles.remove(shopper);
    }

    void tamper(Rollup rollup) {
        tampered.put(rollup.bucket(), rollup);
    }

    void lose(DayBucket bucket) {
        lostRollups.add(bucket);
    }

    Verification verify(Path folder) throws IOException {
        Path file = Files.write(folder.resolve("journal.jsonl"), journal);
        return new Verifier(new Journal(file), this).verify();
    }

    @Override
    public Stream<StoredProfile> profiles() {
        return profiles.values().stream().map(profile -> {
            byte[] body = ProfileCodec.encode(profile);
            return new StoredProfile(profile, 1, body, (int) (body.length + ENVELOPE_BYTES));
        });
    }

    @Override
    public Stream<StoredTombstone> tombstones() {
        return tombstones.stream();
    }

    @Override
    public Stream<StoredLateEvent> lateEvents() {
        return late.stream();
    }

    @Override
    public Stream<StoredRefusal> refusals() {
        return refusals.stream();
    }

    @Override
    public Stream<StoredSale> sales(Set<DayBucket> expected) {
        NavigableMap<DayBucket, Rollup> rollups = new TreeMap<>();
        lines.values().stream()
                .collect(Collectors.groupingBy(SaleLine::bucket))
                .forEach((bucket, sold) -> rollups.put(bucket, Rollup.of(bucket, sold)));
        rollups.putAll(tampered);
        lostRollups.forEach(rollups::remove);
        return Stream.concat(
                lines.values().stream().map(StoredSale.Line::new),
                rollups.values().stream().map(StoredSale.Sum::new));
    }

    private void journal(String line) {
        journal.add(line);
    }

    private static String quoted(String text) {
        return JSON.getNodeFactory().textNode(text).toString();
    }
}
