package dev.nextcart.local.cli;

import dev.nextcart.local.bench.NativeImage;
import dev.nextcart.local.bench.ReflectiveType;
import java.util.Locale;

/** What is in the native functions, for a person. */
final class BenchImagePage {
    private final Screen screen;

    BenchImagePage(Screen screen) {
        this.screen = screen;
    }

    void print(NativeImage image) {
        screen.heading("The native functions");
        screen.row("built for", image.options());
        screen.row(
                "binary",
                String.format(
                        Locale.ROOT,
                        "%.1f MiB: code %.1f, objects made beforehand %.1f (resources %.2f), the rest tables for the runtime",
                        image.imageMiB(),
                        image.codeMiB(),
                        image.heapMiB(),
                        image.resourcesMiB()));
        screen.row("zip", String.format(Locale.ROOT, "%.1f MiB", image.zipMiB()));
        screen.row(
                "reached",
                String.format(
                        Locale.ROOT,
                        "%,d types, %,d methods; by name %,d types, of which ours are:",
                        image.reachableTypes(),
                        image.reachableMethods(),
                        image.reflection()));
        image.ours().forEach(this::print);
        screen.row(
                "build",
                String.format(
                        Locale.ROOT, "%.0f s, %.1f GiB at the peak", image.buildSeconds(), image.builderPeakGiB()));
    }

    private void print(ReflectiveType type) {
        screen.row(
                "",
                type.name() + ": "
                        + (type.reasons().isEmpty() ? "nobody says why" : String.join("; ", type.reasons())));
    }
}
