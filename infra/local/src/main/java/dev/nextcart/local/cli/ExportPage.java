package dev.nextcart.local.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.export.ExportResult;
import java.nio.file.Path;
import java.time.Duration;

/** What an export came to. */
final class ExportPage {
    private static final double MILLIS = 1e3;
    private final Screen screen;

    ExportPage(Screen screen) {
        this.screen = screen;
    }

    void print(ExportResult result, Path out, Duration took) {
        screen.good(Money.count(result.exported(), "event") + " exported to " + out + " in " + Durations.text(took));
        screen.row("read", Money.count(result.read()));
        screen.row("repeated", Money.count(result.repeated()));
        if (result.conflicting() > 0) {
            screen.row("  not the same", Money.count(result.conflicting()) + " (the earliest was kept)");
        }
        screen.row("invalid", Money.count(result.invalid()));
        screen.row("other days", Money.count(result.outside()));
        result.first().ifPresent(first -> screen.row("from", first.toString()));
        result.last().ifPresent(last -> screen.row("to", last.toString()));
        screen.heading("Files");
        result.files()
                .forEach(file -> screen.row(
                        file.name(),
                        "  " + Money.count(file.rows(), "row") + ", " + Money.count(file.bytes(), "byte")));
        screen.blank();
        screen.line("Formats: " + out.resolve("README.txt") + ". It names shoppers; an erasure does not reach it.");
    }

    static ObjectNode json(ExportResult result, Duration took) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("read", result.read())
                .put("invalid", result.invalid())
                .put("outside", result.outside())
                .put("repeated", result.repeated())
                .put("conflicting", result.conflicting())
                .put("exported", result.exported());
        result.first().ifPresent(first -> json.put("first", first.toString()));
        result.last().ifPresent(last -> json.put("last", last.toString()));
        ArrayNode files = json.putArray("files");
        result.files()
                .forEach(file -> files.addObject()
                        .put("name", file.name())
                        .put("rows", file.rows())
                        .put("bytes", file.bytes())
                        .put("sha256", file.sha256()));
        return json.put("seconds", took.toMillis() / MILLIS);
    }
}
