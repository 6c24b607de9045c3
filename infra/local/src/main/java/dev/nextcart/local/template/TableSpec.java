package dev.nextcart.local.template;

import java.util.List;
import java.util.Optional;

/**
 * A DynamoDB table, paid per request.
 *
 * @param timeToLiveAttribute attribute that holds the expiry in epoch seconds
 * @param streamView what its stream tells of a changed item: NEW_IMAGE, OLD_IMAGE, NEW_AND_OLD_IMAGES or KEYS_ONLY; empty
 *     if it has no stream
 */
public record TableSpec(
        String id,
        String name,
        String arn,
        Key partitionKey,
        Optional<Key> sortKey,
        List<Index> indexes,
        Optional<String> timeToLiveAttribute,
        Optional<String> streamView) {

    /** As functions see it; the label is the local cloud's. */
    public String streamArn() {
        return arn + "/stream/" + ResourceKind.STREAM_LABEL;
    }

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
