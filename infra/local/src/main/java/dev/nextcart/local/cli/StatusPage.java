package dev.nextcart.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nextcart.local.cli.StatusSection.Column;
import dev.nextcart.local.cli.StatusSection.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** A status, for a person: a table a section, counters with their rates. */
final class StatusPage {
    /** What is not known. */
    private static final String NOTHING = "-";

    private final StatusMoment before;
    private final StatusMoment now;

    /** @param before the refresh before this one, for the rates; the same if there was none */
    StatusPage(StatusMoment before, StatusMoment now) {
        this.before = before;
        this.now = now;
    }

    /**
     * One line of the page.
     *
     * @param tone how it is shown
     */
    record Line(Tone tone, String text) {}

    /** How a line is shown. */
    enum Tone {
        PLAIN,
        HEADING,
        ALARM
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Tone.HEADING, summary()));
        for (StatusSection section : StatusSection.of(now)) {
            lines.add(new Line(Tone.PLAIN, ""));
            lines.addAll(table(section, any -> true));
        }
        return lines;
    }

    /** What somebody wants to know at the end: the summary, what waits or is dead, functions and tables. */
    List<Line> compact() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Tone.PLAIN, "  " + summary()));
        for (StatusSection section : StatusSection.of(now)) {
            switch (section.name()) {
                case "queues", "streams" -> lines.addAll(table(section, StatusPage::holdsSomething));
                case "functions", "tables" -> lines.addAll(table(section, any -> true));
                default -> {} // for those who ask: ./nextcart status
            }
        }
        return lines;
    }

    /** Under way, waiting, dead: one line. */
    private String summary() {
        long underWay = now.status().path("outstanding").path("count").asLong();
        long dead = now.things("queues").values().stream()
                .filter(StatusPage::deadLetters)
                .mapToLong(queue -> queue.path("visible").asLong())
                .sum();
        long up = now.status().path("upSeconds").asLong(-1);
        return (up < 0 ? "The local cloud" : "Up " + age(up)) + ": " + Money.count(underWay, "event") + " under way, "
                + Money.count(dead, "dead letter");
    }

    /** Nothing if no thing is shown. */
    private List<Line> table(StatusSection section, Predicate<JsonNode> shown) {
        List<String> titles = new ArrayList<>(List.of(section.title()));
        section.columns().forEach(column -> {
            titles.add(column.title());
            if (column.kind() == Kind.COUNTER) {
                titles.addAll(List.of("/s", "/s since start"));
            }
        });
        Grid grid = new Grid(titles);
        List<Tone> tones = new ArrayList<>(List.of(Tone.HEADING));
        now.things(section.name()).forEach((name, thing) -> {
            if (!shown.test(thing)) {
                return;
            }
            grid.add(cells(section, name, thing));
            tones.add(deadLetters(thing) && thing.path("visible").asLong() > 0 ? Tone.ALARM : Tone.PLAIN);
        });
        if (tones.size() == 1) {
            return List.of();
        }
        List<String> texts = grid.lines();
        List<Line> lines = new ArrayList<>();
        for (int row = 0; row < texts.size(); row++) {
            lines.add(new Line(tones.get(row), texts.get(row)));
        }
        return lines;
    }

    private List<String> cells(StatusSection section, String name, JsonNode thing) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (Column column : section.columns()) {
            cells.add(cell(column, thing));
            if (column.kind() == Kind.COUNTER) {
                cells.add(rate(now.rateSince(before, section.name(), name, column.field())));
                cells.add(rate(now.rateSinceStart(section.name(), name, column.field())));
            }
        }
        return cells;
    }

    private static String cell(Column column, JsonNode thing) {
        JsonNode value = thing.isValueNode() ? thing : thing.path(column.field());
        if (value.isMissingNode() || value.isNull()) {
            return NOTHING;
        }
        return switch (column.kind()) {
            case COUNT, COUNTER -> count(value.asDouble());
            case AGE -> value.asDouble() == 0 ? NOTHING : age(Math.round(value.asDouble()));
            case MILLIS -> String.format(Locale.ROOT, "%,.0f ms", value.asDouble());
            case TEXT -> value.asText();
        };
    }

    private static String count(double value) {
        return value == Math.rint(value) ? Money.count(Math.round(value)) : String.format(Locale.ROOT, "%,.1f", value);
    }

    private static String rate(OptionalDouble rate) {
        return rate.isEmpty() ? NOTHING : String.format(Locale.ROOT, "%,.1f", rate.getAsDouble());
    }

    /** "12 s", "3 min 4 s", "2 d 5 h". */
    static String age(long seconds) {
        Duration age = Duration.ofSeconds(seconds);
        if (age.toDays() > 0) {
            return age.toDays() + " d " + age.toHoursPart() + " h";
        }
        if (age.toHours() > 0) {
            return age.toHours() + " h " + age.toMinutesPart() + " min";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + " min " + age.toSecondsPart() + " s" : seconds + " s";
    }

    private static boolean holdsSomething(JsonNode thing) {
        return thing.path("visible").asLong()
                        + thing.path("inFlight").asLong()
                        + thing.path("behind").asLong()
                > 0;
    }

    private static boolean deadLetters(JsonNode thing) {
        return thing.path("deadLetter").asBoolean();
    }
}
