package dev.nextcart.local.cli;

import dev.nextcart.local.bench.Load;
import java.util.Locale;

/** How busy the machine was when it was measured. */
final class BenchLoad {
    private BenchLoad() {}

    static void print(Screen screen, Load load) {
        screen.row(
                "load before",
                load.oneMinute().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "%.1f (one minute; %d processors)",
                                load.oneMinute().getAsDouble(),
                                Runtime.getRuntime().availableProcessors())
                        : "unknown");
    }
}
