package dev.nextcart.testkit;

import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.domain.profile.ProfileStore;
import java.util.Map;
import java.util.Set;

/** A store whose process dies at its first save: before the write, or after it and before anybody hears of it. */
final class CrashingProfileStore implements ProfileStore {
    private final ProfileStore store;
    private final CrashPoint point;
    private boolean crashed;

    enum CrashPoint {
        BEFORE_SAVE,
        AFTER_SAVE
    }

    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    CrashingProfileStore(ProfileStore store, CrashPoint point) {
        this.store = store;
        this.point = point;
    }

    @Override
    public Map<ShopperId, Stored> load(Set<ShopperId> shoppers) {
        return store.load(shoppers);
    }

    @Override
    public boolean save(Profile profile, long expectedVersion) {
        if (crashed) {
            return store.save(profile, expectedVersion);
        }
        crashed = true;
        if (point == CrashPoint.AFTER_SAVE) {
            store.save(profile, expectedVersion);
        }
        throw new Crash();
    }
}
