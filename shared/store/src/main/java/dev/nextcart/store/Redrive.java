package dev.nextcart.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How far an operator's redrive of a refused message has come. It is marked as begun before anything is sent, and as
 * done when what was sent has been settled and was not refused: whoever crashes between leaves a message that was begun,
 * and that is redriven again. Refusing the same payload again wipes both marks away with the old row.
 *
 * @param begunAt when it was begun, as long as it is not done
 * @param doneAt when it was found handled
 */
public record Redrive(Optional<Instant> begunAt, Optional<Instant> doneAt) {
    public static final Redrive NEVER = new Redrive(Optional.empty(), Optional.empty());

    static final String BEGUN_AT = "redriveBegunAt";
    static final String DONE_AT = "redrivenAt";

    static Redrive of(Map<String, AttributeValue> item) {
        return new Redrive(time(item, BEGUN_AT), time(item, DONE_AT));
    }

    /** Nothing is stored under the row's key, or something that was sent again since: a new refusal takes its place. */
    static Expression absentOrSentAgain(String key) {
        return Expression.builder()
                .expression("attribute_not_exists(#key) OR attribute_exists(#begun) OR attribute_exists(#done)")
                .expressionNames(Map.of("#key", key, "#begun", BEGUN_AT, "#done", DONE_AT))
                .build();
    }

    private static Optional<Instant> time(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(value -> Instant.parse(value.s()));
    }
}
