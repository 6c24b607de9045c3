package dev.nextcart.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Marks refused messages as sent again ({@link Redrive}). Throws StoreBusyException when DynamoDB is busy: try again. */
public final class DynamoDbRedrives {
    private static final String AT = ":at";

    private final DynamoDbClient client;
    private final String table;

    /** @param table of refused events */
    public DynamoDbRedrives(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** Call before sending; false if it is not there any more. Beginning again is allowed. */
    public boolean begin(StoredRefusal refusal, Instant at) {
        return update(
                refusal,
                "SET #begun = :at REMOVE #done",
                "attribute_exists(#id)",
                Map.of("#id", RefusedEventRow.REFUSAL_ID),
                Map.of(AT, text(at)));
    }

    /**
     * Call once what was sent has been settled.
     *
     * @param begunAt as given to {@link #begin}
     * @return false if the message was refused again meanwhile, or is not there any more
     */
    public boolean finish(StoredRefusal refusal, Instant begunAt, Instant at) {
        return update(
                refusal,
                "SET #done = :at REMOVE #begun",
                "#begun = :since",
                Map.of(),
                Map.of(AT, text(at), ":since", text(begunAt)));
    }

    /** What was sent in its place was refused in turn: it waits as before. */
    public boolean cancel(StoredRefusal refusal, Instant begunAt) {
        return update(refusal, "REMOVE #begun, #done", "#begun = :since", Map.of(), Map.of(":since", text(begunAt)));
    }

    private boolean update(
            StoredRefusal refusal,
            String change,
            String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        Map<String, String> allNames = new HashMap<>(names);
        allNames.put("#begun", Redrive.BEGUN_AT);
        allNames.put("#done", Redrive.DONE_AT);
        try {
            DynamoDbCall.orBusy(
                    "mark a redrive in " + table,
                    () -> client.updateItem(request -> request.tableName(table)
                            .key(RefusedEventRow.key(refusal))
                            .updateExpression(change)
                            .conditionExpression(condition)
                            .expressionAttributeNames(allNames)
                            .expressionAttributeValues(values)));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static AttributeValue text(Instant time) {
        return AttributeValue.fromS(time.toString());
    }
}
