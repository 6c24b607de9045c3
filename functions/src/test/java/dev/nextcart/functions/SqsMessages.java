package dev.nextcart.functions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A batch as Lambda hands it over. */
final class SqsMessages {
    private SqsMessages() {}

    /** An SQS event of these message bodies. */
    static String event(String... bodies) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ArrayNode records = event.putArray("Records");
        for (String body : bodies) {
            records.addObject()
                    .put("messageId", "m" + records.size())
                    .put("body", body)
                    .put("eventSource", "aws:sqs");
        }
        return event.toString();
    }
}
