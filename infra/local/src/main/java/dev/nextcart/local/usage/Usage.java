package dev.nextcart.local.usage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * What a cloud was asked to do since it started.
 *
 * @param functions by function name
 * @param queues by queue name
 * @param streams by stream name
 * @param busEvents events put on the bus, in chunks of 64 KB
 */
public record Usage(
        SortedMap<String, FunctionUse> functions,
        SortedMap<String, QueueUse> queues,
        SortedMap<String, StreamUse> streams,
        long busEvents) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Usage {
        functions = Collections.unmodifiableSortedMap(functions);
        queues = Collections.unmodifiableSortedMap(queues);
        streams = Collections.unmodifiableSortedMap(streams);
    }

    /** What came since an earlier look at the same cloud. */
    public Usage since(Usage earlier) {
        return new Usage(
                each(functions, earlier.functions, FunctionUse::since),
                each(queues, earlier.queues, QueueUse::since),
                each(streams, earlier.streams, StreamUse::since),
                busEvents - earlier.busEvents);
    }

    /** Field names are the components'. */
    public ObjectNode json() {
        return JSON.valueToTree(this);
    }

    /** @throws IllegalArgumentException when this is no {@link #json} */
    public static Usage of(JsonNode json) {
        return JSON.convertValue(json, Usage.class);
    }

    static <T> SortedMap<String, T> each(
            Map<String, T> later, Map<String, T> earlier, BinaryOperator<T> laterLessEarlier) {
        SortedMap<String, T> spent = new TreeMap<>();
        later.forEach((name, use) -> {
            T before = earlier.get(name);
            spent.put(name, before == null ? use : laterLessEarlier.apply(use, before));
        });
        return spent;
    }
}
