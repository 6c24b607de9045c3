package dev.nextcart.inference;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an endpoint can be asked. On the wire and as a folder of the registry: the name in lower case. */
public enum Task {
    RECOMMEND,
    FORECAST,
    CHURN,
    SENTIMENT;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Task> named(String wireName) {
        return Arrays.stream(values())
                .filter(task -> task.wireName().equals(wireName))
                .findFirst();
    }

    /** For messages: {@code recommend, forecast, churn, sentiment}. */
    public static String names() {
        return Arrays.stream(values()).map(Task::wireName).collect(Collectors.joining(", "));
    }
}
