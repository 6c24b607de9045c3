package dev.nextcart.domain.profile;

import dev.nextcart.domain.event.ShopperId;
import java.util.Map;
import java.util.Set;

/** Where profiles live. Every method throws {@link dev.nextcart.domain.event.StoreBusyException} when out of reach. */
public interface ProfileStore {
    /** Version of a profile that is not stored yet. */
    long ABSENT = 0;

    /** The profiles of these shoppers as of now (strongly consistent); shoppers without one are left out. */
    Map<ShopperId, Stored> load(Set<ShopperId> shoppers);

    /**
     * Writes a profile if the stored one still has the version it was made from, in one conditional write.
     *
     * @param expectedVersion the version that was loaded, {@link #ABSENT} if there was none
     * @return false if somebody else wrote first: load and fold again
     */
    boolean save(Profile profile, long expectedVersion);

    /** A profile and the number of times it was written. */
    record Stored(Profile profile, long version) {}
}
