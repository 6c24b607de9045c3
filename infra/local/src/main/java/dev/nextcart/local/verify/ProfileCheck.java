package dev.nextcart.local.verify;

import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.local.verify.Difference.Kind;
import dev.nextcart.store.ProfileCodec;
import dev.nextcart.store.StoredLateEvent;
import dev.nextcart.store.StoredProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares stored profiles with the fold of what was sent, byte for byte. */
final class ProfileCheck {
    private final Map<ShopperId, List<ShopEvent>> expected;
    private final Set<String> toldTwice;
    private final Map<ShopperId, Set<String>> late = new HashMap<>();
    private final Differences differences;
    private long compared;
    private long counted;
    private long setAside;

    /** @param expected distinct events by shopper; emptied as profiles are found */
    ProfileCheck(Map<ShopperId, List<ShopEvent>> expected, Set<String> toldTwice, Differences differences) {
        this.expected = expected;
        this.toldTwice = toldTwice;
        this.differences = differences;
    }

    void add(StoredLateEvent event) {
        late.computeIfAbsent(event.shopper(), any -> new TreeSet<>()).add(event.eventId());
    }

    void add(StoredProfile stored) {
        compared++;
        counted += stored.profile().counted();
        List<ShopEvent> events = expected.remove(stored.profile().shopper());
        compare(stored, stored.profile(), events == null ? List.of() : events);
    }

    private void compare(StoredProfile stored, Profile profile, List<ShopEvent> events) {
        if (events.isEmpty()) {
            differ(profile.shopper(), "is stored, though no event of this shopper was sent", List.of());
            return;
        }
        Set<String> lateIds = late.getOrDefault(profile.shopper(), Set.of());
        for (Set<String> without : Subsets.smallestFirst(lateIds)) {
            if (Arrays.equals(stored.body(), ProfileCodec.encode(fold(profile.shopper(), events, without)))) {
                setAside += without.size();
                return;
            }
        }
        List<String> details =
                new ArrayList<>(RecordFields.differing(fold(profile.shopper(), events, Set.of()), profile));
        details.addAll(MissingEvents.of(profile, events, lateIds));
        events.stream()
                .map(ShopEvent::eventId)
                .filter(toldTwice::contains)
                .map(id -> "event " + id + " was sent with two different contents; either may have been counted")
                .forEach(details::add);
        differ(profile.shopper(), "is not the fold of the " + events.size() + " events sent", details);
    }

    private static Profile fold(ShopperId shopper, List<ShopEvent> events, Set<String> without) {
        return Profile.of(
                shopper,
                events.stream()
                        .filter(event -> !without.contains(event.eventId()))
                        .toList());
    }

    /** Call when all stored profiles were added. */
    void finish() {
        expected.forEach((shopper, events) -> {
            compared++;
            differ(
                    shopper,
                    "is not stored, though " + events.size() + " events were sent",
                    MissingEvents.named(events));
        });
    }

    private void differ(ShopperId shopper, String what, List<String> details) {
        differences.add(Kind.PROFILE, "profile of " + shopper + " " + what, details);
    }

    long compared() {
        return compared;
    }

    long counted() {
        return counted;
    }

    long setAside() {
        return setAside;
    }
}
