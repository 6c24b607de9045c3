package dev.nextcart.local.cli;

import dev.nextcart.local.cost.CostEstimate;
import dev.nextcart.local.cost.CostTerms;
import dev.nextcart.local.cost.LastReplay;
import dev.nextcart.local.cost.PriceTable;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./nextcart cost}. */
@Command(
        name = "cost",
        description = {
            "Says what a million events like those of the last replay would cost on AWS: what the replay measured"
                    + " (table units, invocations and their time, requests to queues, events on the bus, stream"
                    + " payload), times the prices of a file.",
            "",
            "The replay may be long over and its cloud stopped. Times are this machine's, at its full speed: Lambda"
                    + " gives a function processor time in proportion to its memory. A replay keeps its batches full;"
                    + " sparse traffic takes more invocations for as many events. Not in it: storage, backups, keys,"
                    + " alarms, polls that find nothing, the archive, table streams, tracing, data leaving AWS, tax.",
            ""
        })
final class CostCommand implements Callable<Integer> {
    private final Screen screen;
    private final Path root;

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "Price table (default: infra/prices.json, list prices of us-east-1)")
    private @Nullable Path prices;

    @Option(
            names = "--architecture",
            paramLabel = "NAME",
            defaultValue = ARM,
            description = "Processor of the functions, arm64 or x86_64 (default: ${DEFAULT-VALUE}, the template's)")
    private String architecture = ARM;

    @Option(
            names = "--memory",
            paramLabel = "MB",
            description = "Memory of every function, 128..10240 (default: what the template gives each)")
    private @Nullable Integer memory;

    @Option(
            names = "--hours",
            paramLabel = "HOURS",
            defaultValue = "24",
            description = "In which a million events come in: shards cost by the hour (default: ${DEFAULT-VALUE})")
    private double hours = 24;

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    private static final String ARM = "arm64";
    private static final String INTEL = "x86_64";

    /** @param root of the repository */
    CostCommand(Screen screen, Path root) {
        this.screen = screen;
        this.root = root;
    }

    @Override
    public Integer call() {
        if (!architecture.equals(ARM) && !architecture.equals(INTEL)) {
            throw new CannotRunException("--architecture: \"" + architecture + "\" is neither arm64 nor x86_64");
        }
        json.check();
        CostTerms terms =
                new CostTerms(architecture, memory == null ? OptionalInt.empty() : OptionalInt.of(memory), hours);
        PriceTable table = PriceTable.read(prices == null ? defaultPrices(root) : prices);
        LastReplay replay = LastReplay.in(state.folder());
        CostEstimate estimate = CostEstimate.of(replay, table, terms);
        new CostPage(screen).print(replay, table, terms, estimate);
        json.write(() -> CostJson.of(replay, table, terms, estimate));
        return Exit.OK;
    }

    static Path defaultPrices(Path root) {
        return root.resolve("infra/prices.json");
    }

    /** A deployment of template.yaml as it stands, with a million events a day. */
    static CostTerms defaultTerms() {
        return new CostTerms(ARM, OptionalInt.empty(), 24);
    }
}
