package dev.nextcart.local.cli;

import dev.nextcart.domain.erasure.ErasableStore;
import dev.nextcart.domain.erasure.Receipt;
import dev.nextcart.domain.erasure.Tombstones;
import dev.nextcart.domain.erasure.Tombstones.Standing;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.local.client.ScheduleAnswer;
import dev.nextcart.local.privacy.TraceSearch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Erasures that were sent: waits for their receipts, takes the shoppers out of the journal, looks for traces. */
final class Erasures {
    private static final String ARCHIVE = "archive";
    private static final String SWEEP = "archive-sweep";
    private static final String PREFIX = "nextcart-";
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration TELL_EVERY = Duration.ofSeconds(5);

    private final Screen screen;
    private final Connection cloud;

    Erasures(Screen screen, Connection cloud) {
        this.screen = screen;
        this.cloud = cloud;
    }

    /**
     * What came of it.
     *
     * @param receipts of those whose erasure is finished
     * @param unfinished the others
     * @param left stores that still hold something of a shopper, by their own count; should be none
     * @param search through everything
     */
    record Report(
            Map<ShopperId, Receipt> receipts,
            List<ShopperId> unfinished,
            List<String> left,
            TraceSearch.Result search) {
        boolean clean() {
            return unfinished.isEmpty() && left.isEmpty() && search.clean();
        }
    }

    /** @param patience how long receipts are waited for; the cloud goes on by itself afterwards */
    Report finish(Collection<ShopperId> shoppers, Duration patience) {
        Map<ShopperId, Receipt> receipts = receipts(shoppers, patience);
        sweepTheArchive();
        cloud.client().forget(shoppers.stream().map(ShopperKey::of).toList());
        screen.note("Looking for " + Money.count(shoppers.size(), "shopper") + " in every table and file …");
        List<String> left = receipts.keySet().stream()
                .flatMap(shopper -> cloud.erasableStores().stream()
                        .filter(store -> !store.name().equals(ARCHIVE)) // its files are searched, once for all
                        .filter(store -> store.count(shopper) > 0)
                        .map(ErasableStore::name))
                .distinct()
                .toList();
        List<ShopperId> unfinished = new ArrayList<>(shoppers);
        unfinished.removeAll(receipts.keySet());
        return new Report(receipts, unfinished, left, cloud.search(shoppers));
    }

    /** What was under way when they were erased has landed since; on AWS it goes within a day. */
    private void sweepTheArchive() {
        cloud.client().flushArchive();
        boolean scheduled = cloud.client().schedules().stream()
                .anyMatch(schedule -> schedule.name().endsWith(SWEEP));
        if (scheduled && cloud.client().runSchedule(PREFIX + SWEEP) instanceof ScheduleAnswer.Failed failed) {
            screen.complain("The archive was not swept: " + failed.error());
        }
    }

    private Map<ShopperId, Receipt> receipts(Collection<ShopperId> shoppers, Duration patience) {
        Map<ShopperId, Receipt> receipts = new LinkedHashMap<>();
        Tombstones tombstones = cloud.tombstones();
        Instant end = Instant.now().plus(patience);
        Instant tell = Instant.now().plus(TELL_EVERY);
        while (true) {
            for (ShopperId shopper : shoppers) {
                if (!receipts.containsKey(shopper)) {
                    receipt(tombstones, shopper).ifPresent(receipt -> receipts.put(shopper, receipt));
                }
            }
            Instant now = Instant.now();
            if (receipts.size() == shoppers.size() || now.isAfter(end)) {
                return receipts;
            }
            if (now.isAfter(tell)) {
                screen.note("Erasing: " + receipts.size() + " of " + shoppers.size() + " shoppers are gone");
                tell = now.plus(TELL_EVERY);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private static Optional<Receipt> receipt(Tombstones tombstones, ShopperId shopper) {
        return tombstones.find(shopper) instanceof Standing.Erased erased
                ? Receipt.of(ShopperKey.of(shopper), erased.tombstone())
                : Optional.empty();
    }
}
