package dev.nextcart.local.cli;

import dev.nextcart.local.bench.WarmFigures;
import dev.nextcart.local.bench.WarmSummary;
import java.util.Locale;

/** Native and JVM once warm, for a person. */
final class BenchWarmPage {
    private final Screen screen;

    BenchWarmPage(Screen screen) {
        this.screen = screen;
    }

    void print(WarmSummary summary) {
        summary.functions().forEach(this::print);
        screen.blank();
        summary.notes().forEach(screen::line);
        BenchLoad.print(screen, summary.load());
    }

    private void print(WarmSummary.OneFunction function) {
        screen.heading("One warm process each of " + function.handler() + ", asked in turn");
        screen.row("", "invocations/s   p50 ms   p99 ms   of the JVM's");
        for (WarmSummary.Pair pair : function.pairs()) {
            String batch = "batch " + pair.batchSize();
            screen.row(
                    batch + " native", text(pair.nativeFigures()) + String.format(Locale.ROOT, "%15.2f", pair.ratio()));
            screen.row(batch + " jvm", text(pair.jvmFigures()));
        }
    }

    private static String text(WarmFigures figures) {
        return String.format(
                Locale.ROOT, "%13.1f %8.2f %8.2f", figures.perSecond(), figures.p50Millis(), figures.p99Millis());
    }
}
