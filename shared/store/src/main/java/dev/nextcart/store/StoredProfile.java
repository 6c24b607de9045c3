package dev.nextcart.store;

import dev.nextcart.domain.profile.Profile;

/**
 * A profile as it lies in the table.
 *
 * @param version times it was written
 * @param body the stored bytes, for comparison with {@link ProfileCodec#encode}
 * @param itemBytes what DynamoDB counts the item as
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
public record StoredProfile(Profile profile, long version, byte[] body, int itemBytes) {}
