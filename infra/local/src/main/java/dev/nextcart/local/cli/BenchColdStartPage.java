package dev.nextcart.local.cli;

import dev.nextcart.local.bench.ColdStartFigures;
import dev.nextcart.local.bench.ColdStartSummary;
import dev.nextcart.local.bench.StartSteps;
import dev.nextcart.local.bench.Starts;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What a start takes, for a person. */
final class BenchColdStartPage {
    private final Screen screen;

    BenchColdStartPage(Screen screen) {
        this.screen = screen;
    }

    void print(ColdStartSummary summary) {
        print("From process start to first answer", summary.free());
        printSteps(summary.steps());
        summary.held()
                .ifPresent(held -> print(
                        "The same on " + held.share() + " of a processor (init too, which Lambda does not slow down)",
                        held.starts()));
        screen.blank();
        summary.notes().forEach(screen::line);
        BenchLoad.print(screen, summary.load());
    }

    private void printSteps(List<StartSteps> kinds) {
        screen.heading("Where a start's time goes, ms (medians of starts of their own)");
        screen.row("", " process  runtime container  clients   to ask first call");
        kinds.forEach(steps -> screen.row(
                steps.kind(),
                String.format(
                        Locale.ROOT,
                        "%8s %8.1f %9s %8.1f %8.1f %10.1f",
                        ifAny(steps.process()),
                        steps.runtime(),
                        ifAny(steps.container()),
                        steps.clients(),
                        steps.ask(),
                        steps.firstCall())));
    }

    private static String ifAny(OptionalDouble millis) {
        return millis.isPresent() ? String.format(Locale.ROOT, "%.1f", millis.getAsDouble()) : "-";
    }

    private void print(String heading, Starts starts) {
        screen.heading(heading);
        screen.row("", "  p50 ms   p99 ms  = to first ask + to answer   CPU ms  RSS MiB  zip MiB  x native");
        starts.kinds().forEach(figures -> print(figures, starts));
    }

    private void print(ColdStartFigures figures, Starts starts) {
        screen.row(
                figures.kind(),
                String.format(
                        Locale.ROOT,
                        "%8.1f %8.1f %14.1f %11.1f %8.0f %8s %8.1f %9s",
                        figures.p50Millis(),
                        figures.p99Millis(),
                        figures.p50AskedMillis(),
                        figures.p50AnswerMillis(),
                        figures.cpuMillis(),
                        figures.rssMiB().isPresent()
                                ? String.format(
                                        Locale.ROOT, "%.1f", figures.rssMiB().getAsDouble())
                                : "?",
                        figures.zipMiB(),
                        starts.ratio(figures.kind())
                                .map(ratio -> String.format(Locale.ROOT, "%.1f", ratio))
                                .orElse("-")));
    }
}
