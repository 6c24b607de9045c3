package dev.nextcart.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;

/** Asks a cloud how it stands: its control API for all that moves, DynamoDB for the sizes of its tables. */
final class StatusReading {
    private final Connection cloud;
    private final InstantSource clock;

    StatusReading(Connection cloud, InstantSource clock) {
        this.cloud = cloud;
        this.clock = clock;
    }

    StatusMoment read() {
        ObjectNode status = cloud.client().statusAsTold().deepCopy();
        throttlesToFunctions(status);
        ObjectNode tables = status.withObjectProperty("tables");
        cloud.itemCounts().forEach((name, items) -> {
            ObjectNode table = tables.withObjectProperty(name);
            items.ifPresentOrElse(count -> table.put("items", count), () -> table.putNull("items"));
        });
        return new StatusMoment(clock.instant(), status);
    }

    /** The event sources count them; a person looks for them at the function. */
    private static void throttlesToFunctions(ObjectNode status) {
        for (JsonNode source : status.path("sources")) {
            if (status.path("functions").path(source.path("function").asText()) instanceof ObjectNode function) {
                function.put(
                        "throttles",
                        function.path("throttles").asLong()
                                + source.path("throttles").asLong());
            }
        }
    }
}
