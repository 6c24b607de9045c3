package dev.nextcart.local.cli;

import dev.nextcart.local.bench.FunctionFigures;
import dev.nextcart.local.bench.FunctionsSummary;
import java.util.Locale;

/** What functions do, for a person. */
final class BenchFunctionsPage {
    private final Screen screen;

    BenchFunctionsPage(Screen screen) {
        this.screen = screen;
    }

    void print(FunctionsSummary summary) {
        screen.heading("One process of a function, batch after batch");
        screen.row("", "events/s   p50 ms   p99 ms   requests   read units   write units   (of an event)");
        summary.scenarios().forEach(this::print);
        BenchLoad.print(screen, summary.load());
    }

    private void print(FunctionFigures figures) {
        screen.row(
                figures.scenario(),
                String.format(
                        Locale.ROOT,
                        "%8.0f %8.1f %8.1f %10.3f %12.3f %13.3f",
                        figures.eventsPerSecond(),
                        figures.p50Millis(),
                        figures.p99Millis(),
                        figures.requestsPerEvent(),
                        figures.readUnitsPerEvent(),
                        figures.writeUnitsPerEvent()));
    }
}
