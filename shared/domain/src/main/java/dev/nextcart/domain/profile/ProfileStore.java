package dev.nextcart.domain.profile;

import dev.nextcart.domain.event.ShopperId;
import java.util.Map;
import java.util.Set;

/** Where profiles live. Every method throws {@link dev.nextcart.domain.event.StoreBusyException} when out of reach. */
public interface ProfileStore {
    /** Version of a profile that is not stored yet. */
    long ABSENT = 0;

    /** What is stored of these shoppers as of now (strongly consistent); of whom nothing is, is left out. */
    Map<ShopperId, Stored> load(Set<ShopperId> shoppers);

    /**
     * Writes a profile if what is stored still has the version it was made from, in one conditional write.
     *
     * @param expectedVersion the version that was loaded, {@link #ABSENT} if there was none
     * @return false if somebody else wrote first: load and fold again
     */
    boolean save(Profile profile, long expectedVersion);

    /** What stands under a shopper's key, and the number of times it was written. */
    sealed interface Stored {
        long version();

        record Live(Profile profile, long version) implements Stored {}

        /** The shopper was erased: no profile may be saved. */
        record Erased(long version) implements Stored {}

        /** The shopper was erased so long ago that nothing of then can still come: who comes now is new. */
        record Forgotten(long version) implements Stored {}
    }
}
