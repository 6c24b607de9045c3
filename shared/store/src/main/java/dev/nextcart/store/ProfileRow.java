package dev.nextcart.store;

import dev.nextcart.domain.erasure.Tombstone;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.domain.profile.ProfileStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item of the profiles table: a profile, or the tombstone that took its place. Only a profile has {@code shopperId};
 * only a tombstone has {@code expiresAt}, at which DynamoDB may drop it, and {@code erasedOn}, the day by which
 * tombstones can be listed.
 */
record ProfileRow(ShopperKey key, long version, Content content) {
    static final String SHOPPER_KEY = "shopperKey";
    static final String VERSION = "version";
    private static final String SHOPPER_ID = "shopperId";
    private static final String BODY = "body";
    private static final String ERASED_AT = "erasedAt";
    private static final String ERASED_ON = "erasedOn";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String PROFILES = "profiles";
    private static final String SURVEY = "survey";
    private static final String FINISHED_AT = "finishedAt";

    sealed interface Content {}

    record Live(String shopperId, SdkBytes body) implements Content {}

    record Grave(Tombstone tombstone) implements Content {}

    static TableSchema<ProfileRow> schema() {
        return Columns.schema(ProfileRow.class, ProfileRow::of)
                .with(SHOPPER_KEY, String.class, row -> row.key.value(), StaticAttributeTags.primaryPartitionKey())
                .with(VERSION, Long.class, ProfileRow::version)
                .with(SHOPPER_ID, String.class, live(Live::shopperId))
                .with(BODY, SdkBytes.class, live(Live::body))
                .with(
                        ERASED_AT,
                        String.class,
                        grave(tombstone -> tombstone.erasedAt().toString()))
                .with(
                        ERASED_ON,
                        String.class,
                        grave(tombstone -> day(tombstone.erasedAt()).toString()))
                .with(
                        EXPIRES_AT,
                        Long.class,
                        grave(tombstone -> tombstone.expiresAt().getEpochSecond()))
                .with(PROFILES, Long.class, grave(Tombstone::profiles))
                .with(
                        SURVEY,
                        String.class,
                        grave(tombstone ->
                                tombstone.survey().map(SurveyText::of).orElse(null)))
                .with(
                        FINISHED_AT,
                        String.class,
                        grave(tombstone ->
                                tombstone.finishedAt().map(Instant::toString).orElse(null)))
                .build();
    }

    /** What is stored has this version; {@link ProfileStore#ABSENT} if nothing is. */
    static Expression hasVersion(long version) {
        return version == ProfileStore.ABSENT
                ? ConditionalPut.absent(SHOPPER_KEY)
                : ConditionalPut.number("#name = :value", VERSION, version);
    }

    /** What is stored is no tombstone, or one past its life. */
    static Expression isNotErased(Instant now) {
        return Expression.builder()
                .expression("attribute_not_exists(#expiresAt) OR #expiresAt <= :now")
                .expressionNames(Map.of("#expiresAt", EXPIRES_AT))
                .expressionValues(Map.of(":now", AttributeValue.fromN(Long.toString(now.getEpochSecond()))))
                .build();
    }

    private static ProfileRow of(Columns columns) {
        return new ProfileRow(
                new ShopperKey(columns.get(SHOPPER_KEY, String.class)),
                columns.get(VERSION, Long.class),
                columns.find(EXPIRES_AT, Long.class)
                        .<Content>map(expiresAt -> new Grave(tombstone(columns, expiresAt)))
                        .orElseGet(() ->
                                new Live(columns.get(SHOPPER_ID, String.class), columns.get(BODY, SdkBytes.class))));
    }

    private static Tombstone tombstone(Columns columns, long expiresAt) {
        return new Tombstone(
                Instant.parse(columns.get(ERASED_AT, String.class)),
                Instant.ofEpochSecond(expiresAt),
                columns.get(PROFILES, Long.class),
                columns.find(SURVEY, String.class).map(SurveyText::read),
                columns.find(FINISHED_AT, String.class).map(Instant::parse));
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static <T> Function<ProfileRow, @Nullable T> live(Function<Live, T> value) {
        return row -> Optional.of(row.content)
                .filter(Live.class::isInstance)
                .map(Live.class::cast)
                .map(value)
                .orElse(null);
    }

    private static <T> Function<ProfileRow, @Nullable T> grave(Function<Tombstone, @Nullable T> value) {
        return row -> row.content instanceof Grave grave ? value.apply(grave.tombstone) : null;
    }
}
