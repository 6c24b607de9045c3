package dev.nextcart.store;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;

/** One item of the profiles table. */
record ProfileRow(String shopperId, long version, SdkBytes body) {
    static final String SHOPPER_ID = "shopperId";
    static final String VERSION = "version";
    private static final String BODY = "body";

    static TableSchema<ProfileRow> schema() {
        return Columns.schema(ProfileRow.class, ProfileRow::of)
                .with(SHOPPER_ID, String.class, ProfileRow::shopperId, StaticAttributeTags.primaryPartitionKey())
                .with(VERSION, Long.class, ProfileRow::version)
                .with(BODY, SdkBytes.class, ProfileRow::body)
                .build();
    }

    private static ProfileRow of(Columns columns) {
        return new ProfileRow(
                columns.get(SHOPPER_ID, String.class),
                columns.get(VERSION, Long.class),
                columns.get(BODY, SdkBytes.class));
    }
}
