package dev.nextcart.domain.profile;

import dev.nextcart.domain.event.Fate;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.StoreBusyException;
import dev.nextcart.domain.profile.Profile.Verdict;
import dev.nextcart.domain.profile.ProfileStore.Stored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Counts a batch of events, each once: one consistent read for the whole batch, one conditional write for each shopper
 * in it. Remembering an event and counting it are the same write, so no crash can part them. A lost race is folded
 * again on what the winner wrote. An erasure writes its tombstone over the profile, so it races folds for that same
 * write: whoever folds after it finds the tombstone.
 */
public final class ProfileFolding {
    /** Lost races per shopper and batch before the events go back to their source. Eight writers at once get through. */
    static final int MAX_ATTEMPTS = 8;

    private final ProfileStore profiles;
    private final LateEvents late;
    private final Executor writers;
    private final Backoff backoff;

    /** How to wait after the n-th lost race (1 is the first); a virtual clock may not wait at all. */
    @FunctionalInterface
    public interface Backoff {
        void pause(int lostRaces) throws InterruptedException;
    }

    /** @param writers runs one write per shopper; {@code Runnable::run} runs them in turn */
    public ProfileFolding(ProfileStore profiles, LateEvents late, Executor writers, Backoff backoff) {
        this.profiles = profiles;
        this.late = late;
        this.writers = writers;
        this.backoff = backoff;
    }

    /**
     * Folds events into their shoppers' profiles.
     *
     * @param events each with a shopper, in any order
     * @return the fate of each, in the same order; a shopper out of reach makes only that shopper's events busy
     */
    public List<Fate> fold(List<? extends ShopEvent> events) {
        Map<ShopperId, List<Item>> byShopper = new LinkedHashMap<>();
        for (int place = 0; place < events.size(); place++) {
            Item item = new Item(place, events.get(place));
            byShopper
                    .computeIfAbsent(item.shopper(), shopper -> new ArrayList<>())
                    .add(item);
        }
        Fate[] fates = new Fate[events.size()];
        try {
            Map<ShopperId, Stored> stored = profiles.load(byShopper.keySet());
            CompletableFuture<?>[] writes = byShopper.entrySet().stream()
                    .map(entry -> CompletableFuture.runAsync(
                            () -> settle(entry.getKey(), entry.getValue(), stored.get(entry.getKey()), fates), writers))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(writes).join();
        } catch (StoreBusyException e) {
            Arrays.fill(fates, new Fate.Busy(e.reason()));
        }
        return List.of(fates);
    }

    /** An event and its place in the batch. */
    private record Item(int place, ShopEvent event) {
        ShopperId shopper() {
            return event.shopper()
                    .orElseThrow(() -> new IllegalArgumentException("event " + event.eventId() + " has no shopper"));
        }
    }

    private void settle(ShopperId shopper, List<Item> items, @Nullable Stored stored, Fate[] fates) {
        // Oldest first, so that within one batch no event raises the floor over another.
        items.sort(Comparator.comparing((Item item) -> item.event.occurredAt()));
        try {
            foldUntilSaved(shopper, items, stored, fates);
        } catch (StoreBusyException e) {
            items.forEach(item -> fates[item.place] = new Fate.Busy(e.reason()));
        }
    }

    private void foldUntilSaved(ShopperId shopper, List<Item> items, @Nullable Stored loaded, Fate[] fates) {
        Stored stored = loaded;
        for (int lostRaces = 0; lostRaces < MAX_ATTEMPTS; lostRaces++) {
            if (lostRaces > 0) {
                pause(lostRaces);
                stored = profiles.load(Set.of(shopper)).get(shopper);
            }
            if (stored instanceof Stored.Erased) {
                items.forEach(item -> fates[item.place] = new Fate.Erased());
                return;
            }
            Profile before = profileIn(stored, shopper);
            Profile after = count(before, items, fates);
            if (after.equals(before) || profiles.save(after, stored == null ? ProfileStore.ABSENT : stored.version())) {
                setAsideLate(items, fates);
                return;
            }
        }
        throw new StoreBusyException("lost " + MAX_ATTEMPTS + " races for one profile");
    }

    private static Profile profileIn(@Nullable Stored stored, ShopperId shopper) {
        return switch (stored) {
            case Stored.Live live -> live.profile();
            case Stored.Erased erased -> throw new IllegalArgumentException("an erased shopper has no profile");
            case Stored.Forgotten forgotten -> Profile.blank(shopper);
            case null -> Profile.blank(shopper);
        };
    }

    private static Profile count(Profile before, List<Item> items, Fate[] fates) {
        Profile profile = before;
        for (Item item : items) {
            Verdict verdict = profile.judge(item.event);
            fates[item.place] = fateOf(verdict);
            profile = verdict == Verdict.NEW ? profile.with(item.event) : profile;
        }
        return profile;
    }

    private static Fate fateOf(Verdict verdict) {
        return switch (verdict) {
            case NEW -> new Fate.Counted();
            case REPEAT -> new Fate.Repeated();
            case LATE -> new Fate.SetAside();
        };
    }

    private void setAsideLate(List<Item> items, Fate[] fates) {
        for (Item item : items) {
            if (fates[item.place] instanceof Fate.SetAside && !late.setAside(item.event)) {
                fates[item.place] = new Fate.Erased();
            }
        }
    }

    private void pause(int lostRaces) {
        try {
            backoff.pause(lostRaces);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreBusyException("interrupted while waiting to fold again", e);
        }
    }
}
