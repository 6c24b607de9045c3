package dev.nextcart.domain.erasure;

import dev.nextcart.domain.event.ShopperId;

/**
 * Where tombstones stand: in the place of profiles, under the same versions, so that of an erasure and a fold only one
 * wins. Every method throws {@link dev.nextcart.domain.event.StoreBusyException} when out of reach.
 */
public interface Tombstones {
    /** What stands in a shopper's place as of now (strongly consistent). */
    Standing find(ShopperId shopper);

    /**
     * Puts a tombstone over whatever has this version, in one conditional write. A profile there is gone when it
     * returns.
     *
     * @return false if somebody else wrote first: look again
     */
    boolean put(ShopperId shopper, Tombstone tombstone, long expectedVersion);

    /** What stands there, and the version to write over. */
    sealed interface Standing {
        long version();

        /** Nothing, or a tombstone past its life. */
        record Nobody(long version) implements Standing {}

        record Somebody(long version) implements Standing {}

        record Erased(Tombstone tombstone, long version) implements Standing {}
    }
}
