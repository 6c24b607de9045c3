package dev.nextcart.local.cli;

import dev.nextcart.local.shop.ReplayOptions;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How roughly a replay treats its events. */
final class FaultOptions {
    @Option(
            names = "--duplicates",
            paramLabel = "P",
            defaultValue = "0",
            description = "Share of events sent twice, 0..1 (default: ${DEFAULT-VALUE})")
    private double duplicates;

    @Option(
            names = "--shuffle",
            paramLabel = "SEED",
            description = "Send out of order, by up to 13 days of the shop's time, as queues may; SEED picks the order")
    private @Nullable Long shuffle;

    @Option(
            names = "--drop-functions",
            paramLabel = "N",
            defaultValue = "0",
            description = "Kill a function's process N times on the way (default: ${DEFAULT-VALUE})")
    private int dropFunctions;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description =
                    "Picks the duplicates, the kills and the erased, and the synthetic shop (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--erase",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Erase N shoppers when half is sent, while their events go on coming, and look whether anything"
                            + " names them at the end (default: ${DEFAULT-VALUE})")
    private int erase;

    /** @throws CannotRunException when one is out of range */
    ReplayOptions options() {
        try {
            OptionalLong shuffled = shuffle == null ? OptionalLong.empty() : OptionalLong.of(shuffle);
            return new ReplayOptions(duplicates, shuffled, dropFunctions, seed, erase);
        } catch (IllegalArgumentException e) {
            throw new CannotRunException("--" + e.getMessage(), e);
        }
    }
}
