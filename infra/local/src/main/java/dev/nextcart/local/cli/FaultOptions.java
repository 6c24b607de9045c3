package dev.nextcart.local.cli;

import dev.nextcart.local.shop.ReplayOptions;
import java.util.Optional;
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
                    "Picks the duplicates, the kills, the erased and the bad events, and the synthetic shop (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--erase",
            paramLabel = "N",
            description =
                    "Erase N shoppers when half is sent, while their events go on coming, and look whether anything"
                            + " names them at the end (default: 0; of the synthetic shop's demo: 1)")
    private @Nullable Integer erase;

    @Option(
            names = "--bad",
            paramLabel = "N",
            defaultValue = "0",
            description = "Mix N bad events of many kinds among the good ones; all are to be refused (default: "
                    + "${DEFAULT-VALUE})")
    private int bad;

    @Option(
            names = "--outage",
            paramLabel = "TIME",
            description = "Stop DynamoDB in the middle of the replay for TIME, e.g. 30s or 1m")
    private @Nullable String outage;

    /** @throws CannotRunException when one is out of range */
    ReplayOptions options() {
        return options(0);
    }

    /**
     * As {@link #options()}.
     *
     * @param erased how many shoppers are erased unless the user says
     */
    ReplayOptions options(int erased) {
        try {
            OptionalLong shuffled = shuffle == null ? OptionalLong.empty() : OptionalLong.of(shuffle);
            return new ReplayOptions(
                    duplicates,
                    shuffled,
                    dropFunctions,
                    seed,
                    erase == null ? erased : erase,
                    bad,
                    Optional.ofNullable(outage).map(text -> Durations.parse("--outage", text)));
        } catch (IllegalArgumentException e) {
            throw new CannotRunException("--" + e.getMessage(), e);
        }
    }
}
