package dev.nextcart.local.verify;

import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.local.verify.Difference.Kind;
import dev.nextcart.local.verify.StoredState.LateEvent;
import dev.nextcart.local.verify.StoredState.StoredProfile;
import dev.nextcart.store.CorruptBodyException;
import dev.nextcart.store.ProfileCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    void add(LateEvent event) {
        late.computeIfAbsent(event.shopper(), any -> new TreeSet<>()).add(event.eventId());
    }

    /** @return the profile that is stored; empty when its bytes cannot be read */
    Optional<Profile> add(StoredProfile stored) {
        compared++;
        List<ShopEvent> events = expected.remove(stored.shopper());
        try {
            Profile profile =
                    ProfileCodec.decode(stored.shopper(), stored.body().asByteArray());
            counted += profile.counted();
            compare(stored, profile, events == null ? List.of() : events);
            return Optional.of(profile);
        } catch (CorruptBodyException e) {
            differ(stored.shopper(), "cannot be read: " + e.getMessage(), List.of());
            return Optional.empty();
        }
    }

    private void compare(StoredProfile stored, Profile profile, List<ShopEvent> events) {
        if (events.isEmpty()) {
            differ(stored.shopper(), "is stored, though no event of this shopper was sent", List.of());
            return;
        }
        Set<String> lateIds = late.getOrDefault(stored.shopper(), Set.of());
        for (Set<String> without : Subsets.smallestFirst(lateIds)) {
            if (Arrays.equals(
                    stored.body().asByteArrayUnsafe(), ProfileCodec.encode(fold(stored.shopper(), events, without)))) {
                setAside += without.size();
                return;
            }
        }
        List<String> details =
                new ArrayList<>(ProfileFields.differing(fold(stored.shopper(), events, Set.of()), profile));
        details.addAll(MissingEvents.of(profile, events, lateIds));
        events.stream()
                .map(ShopEvent::eventId)
                .filter(toldTwice::contains)
                .map(id -> "event " + id + " was sent with two different contents; either may have been counted")
                .forEach(details::add);
        differ(stored.shopper(), "is not the fold of the " + events.size() + " events sent", details);
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
