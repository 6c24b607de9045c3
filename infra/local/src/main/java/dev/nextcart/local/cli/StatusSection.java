package dev.nextcart.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a section of the status is laid out.
 *
 * @param name as the control API has it
 * @param columns after the first, which is the thing's name
 */
record StatusSection(String name, String title, List<Column> columns) {
    static final List<StatusSection> KNOWN = List.of(
            new StatusSection(
                    "queues",
                    "Queues",
                    List.of(
                            new Column("visible", "waiting", Kind.COUNT),
                            new Column("inFlight", "in flight", Kind.COUNT),
                            new Column("oldestSeconds", "oldest", Kind.AGE),
                            new Column("accepted", "in", Kind.COUNTER),
                            new Column("deadLettered", "dead-lettered", Kind.COUNT),
                            new Column("expired", "expired", Kind.COUNT))),
            new StatusSection(
                    "streams",
                    "Streams",
                    List.of(
                            new Column("behind", "behind", Kind.COUNT),
                            new Column("oldestSeconds", "oldest", Kind.AGE),
                            new Column("put", "in", Kind.COUNTER))),
            new StatusSection(
                    "functions",
                    "Functions",
                    List.of(
                            new Column("instances", "processes", Kind.COUNT),
                            new Column("invocations", "invocations", Kind.COUNTER),
                            new Column("failures", "failures", Kind.COUNT),
                            new Column("throttles", "throttles", Kind.COUNT),
                            new Column("restarts", "restarts", Kind.COUNT),
                            new Column("p50Millis", "p50", Kind.MILLIS),
                            new Column("p99Millis", "p99", Kind.MILLIS))),
            new StatusSection(
                    "sources",
                    "Event sources",
                    List.of(
                            new Column("running", "running", Kind.COUNT),
                            new Column("acknowledged", "done", Kind.COUNTER),
                            new Column("failures", "failed", Kind.COUNT),
                            new Column("partialFailures", "in part", Kind.COUNT),
                            new Column("givenUp", "given up", Kind.COUNT),
                            new Column("expired", "expired", Kind.COUNT))),
            new StatusSection("tables", "Tables", List.of(new Column("items", "items", Kind.COUNTER))),
            new StatusSection("metrics", "Metrics of the functions", List.of(new Column("sum", "sum", Kind.COUNTER))));

    private static final Set<String> NO_SECTIONS = Set.of("outstanding");

    /** What a field tells. */
    enum Kind {
        COUNT,
        /** A count that only grows: its rates stand beside it. */
        COUNTER,
        AGE,
        MILLIS,
        TEXT
    }

    record Column(String field, String title, Kind kind) {}

    /** The known sections that the cloud tells of, then whatever else maps names to things. */
    static List<StatusSection> of(StatusMoment moment) {
        List<StatusSection> sections = new ArrayList<>(KNOWN.stream()
                .filter(known -> !moment.things(known.name).isEmpty())
                .toList());
        for (Map.Entry<String, JsonNode> told : moment.status().properties()) {
            boolean known = KNOWN.stream().anyMatch(section -> section.name.equals(told.getKey()));
            if (!known
                    && !NO_SECTIONS.contains(told.getKey())
                    && told.getValue().isObject()) {
                guess(told.getKey(), moment).ifPresent(sections::add);
            }
        }
        return sections;
    }

    private static Optional<StatusSection> guess(String name, StatusMoment moment) {
        Set<Column> columns = new LinkedHashSet<>();
        for (JsonNode thing : moment.things(name).values()) {
            if (thing.isValueNode()) {
                columns.add(new Column("", "", kind("", thing)));
            }
            thing.properties().stream()
                    .filter(field ->
                            field.getValue().isValueNode() && !field.getKey().equals("id"))
                    .forEach(field -> columns.add(
                            new Column(field.getKey(), title(field.getKey()), kind(field.getKey(), field.getValue()))));
        }
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new StatusSection(name, title(name), List.copyOf(columns)));
    }

    private static Kind kind(String field, JsonNode value) {
        if (!value.isNumber()) {
            return Kind.TEXT;
        }
        return field.endsWith("Seconds") ? Kind.AGE : field.endsWith("Millis") ? Kind.MILLIS : Kind.COUNT;
    }

    /** "lastRunAt" is "last run at". */
    private static String title(String field) {
        return field.replaceAll("(Seconds|Millis)$", "")
                .replaceAll("([A-Z])", " $1")
                .toLowerCase(Locale.ROOT);
    }
}
