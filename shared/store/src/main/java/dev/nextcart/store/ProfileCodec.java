package dev.nextcart.store;

import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.Profile;

/**
 * A profile as bytes, without its shopper, who is the item's key. Canonical: profiles of a shopper are equal exactly
 * if their bytes are. Compact, since a kilobyte is a write unit: varints, times as distances back from the newest
 * event, repeated product ids and currencies as numbers.
 */
public final class ProfileCodec {
    /** Raise it when the bytes change meaning, and read the old ones until no item has them. */
    private static final BodyFormat FORMAT = new BodyFormat("profile", 1);

    private ProfileCodec() {}

    /** @throws IllegalArgumentException when the profile holds a time newer than its newest event, or below 1 ms */
    public static byte[] encode(Profile profile) {
        return FORMAT.write(out -> {
            out.number(profile.counted());
            if (profile.counted() > 0) {
                new ProfileEncoder(out, profile.lastSeen()).write(profile);
            } else if (!profile.equals(Profile.blank(profile.shopper()))) {
                throw new IllegalArgumentException("a profile that counted nothing knows something");
            }
        });
    }

    /** @throws CorruptBodyException when {@link #encode} never made these bytes */
    public static Profile decode(ShopperId shopper, byte[] body) {
        return FORMAT.read(body, in -> {
            long counted = in.number();
            return counted == 0 ? Profile.blank(shopper) : new ProfileDecoder(in, in.time()).read(shopper, counted);
        });
    }
}
