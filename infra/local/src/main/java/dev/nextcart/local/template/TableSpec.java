package dev.nextcart.local.template;

import java.util.List;
import java.util.Optional;

/**
 * A DynamoDB table, paid per request.
 *
 * @param timeToLiveAttribute attribute that holds the expiry in epoch seconds
 */
public record TableSpec(
        String id,
        String name,
        Key partitionKey,
        Optional<Key> sortKey,
        List<Index> indexes,
        Optional<String> timeToLiveAttribute) {

    /**
     * A key attribute.
     *
     * @param type DynamoDB scalar type: S, N or B
     */
    public record Key(String attribute, String type) {}

    /** A global secondary index; {@code projection} is ALL, KEYS_ONLY or INCLUDE. */
    public record Index(
            String name, Key partitionKey, Optional<Key> sortKey, String projection, List<String> included) {}
}
