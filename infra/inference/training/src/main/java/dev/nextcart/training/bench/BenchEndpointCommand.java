package dev.nextcart.training.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.inference.Contract;
import dev.nextcart.inference.Interaction;
import dev.nextcart.inference.RecommendInstance;
import dev.nextcart.inference.Task;
import dev.nextcart.models.ModelRegistry;
import dev.nextcart.training.CannotRunException;
import dev.nextcart.training.Progress;
import dev.nextcart.training.cli.CommonOptions;
import dev.nextcart.training.recommend.UntrainedVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./nextcart bench endpoint}. */
@Command(
        name = "endpoint",
        mixinStandardHelpOptions = true,
        description = {
            "Asks the endpoint for recommendations over its port, with micro-batching and without, in turn; the whole catalogue is"
                    + " ranked for each. Clients and endpoint share this machine.",
            ""
        })
public final class BenchEndpointCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FAILED = 1;
    private static final int BODIES = 2_000;
    private static final int MAX_HISTORY = 17; // nine on the average, as in Beauty
    private static final int BATCHED = 64;
    private static final int SHOPPERS = 22_363;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--models",
            paramLabel = "FOLDER",
            description =
                    "A registry whose recommend model is asked (default: an untrained one of Beauty's size, made first)")
    private @Nullable Path models;

    @Option(
            names = "--items",
            defaultValue = "12101",
            description =
                    "Of the catalogue; with --models, ids are taken as the numbers up to this (default: ${DEFAULT-VALUE})")
    private int items = 12_101;

    @Option(names = "--clients", defaultValue = "32", description = "At a time (default: ${DEFAULT-VALUE})")
    private int clients = 32;

    @Option(names = "--rounds", defaultValue = "2", description = "Of both, in turn (default: ${DEFAULT-VALUE})")
    private int rounds = 2;

    @Option(
            names = "--seconds",
            defaultValue = "15",
            description = "Per round, after as long to warm up (default: ${DEFAULT-VALUE})")
    private int seconds = 15;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write a machine-readable summary to FILE")
    private @Nullable Path json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    /** Of one way, over all rounds. */
    private static final class Way {
        private final String name;
        private final int maxBatch;
        private final Tally tally = new Tally();
        private double asked;
        private double ready;
        private long resident;

        Way(String name, int maxBatch) {
            this.name = name;
            this.maxBatch = maxBatch;
        }

        double perSecond() {
            return tally.size() / asked;
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        if (clients < 1 || rounds < 1 || seconds < 1 || items < 1) {
            throw new CannotRunException("--clients, --rounds, --seconds and --items are at least 1");
        }
        Progress progress = common.progress();
        Path folder = Files.createTempDirectory("nextcart-bench-");
        Path registry = models == null ? untrained(folder, progress) : models;
        List<byte[]> bodies = bodies();
        Way batched = new Way("batched", BATCHED);
        Way unbatched = new Way("unbatched", 1);
        for (int round = 1; round <= rounds; round++) {
            for (Way way : List.of(batched, unbatched)) {
                progress.say("round " + round + " of " + rounds + ": " + way.name);
                measure(way, registry, folder.resolve("endpoint.log"), bodies);
            }
        }
        report(batched, unbatched);
        return batched.tally.failed() + unbatched.tally.failed() > 0 ? FAILED : 0;
    }

    private Path untrained(Path folder, Progress progress) throws IOException {
        common.startEngine();
        Path registry = folder.resolve("models");
        new UntrainedVersion(items, SHOPPERS, common.seed()).publish(new ModelRegistry(registry), progress);
        return registry;
    }

    private List<byte[]> bodies() {
        SplittableRandom random = new SplittableRandom(common.seed());
        List<byte[]> bodies = new ArrayList<>();
        for (int number = 0; number < BODIES; number++) {
            List<Interaction> history = random.ints(random.nextInt(1, MAX_HISTORY + 1), 0, items)
                    .mapToObj(item -> Interaction.bought(Integer.toString(item)))
                    .toList();
            RecommendInstance instance = new RecommendInstance(history, 10, Set.of(), true, List.of());
            bodies.add(Contract.request(Task.RECOMMEND, List.of(instance))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8));
        }
        return bodies;
    }

    private void measure(Way way, Path registry, Path log, List<byte[]> bodies)
            throws IOException, InterruptedException, ExecutionException {
        Path root = Path.of(System.getProperty("nextcart.root", ".")).toAbsolutePath();
        try (ServerProcess server = ServerProcess.start(root, registry, way.maxBatch, log)) {
            Crowd crowd = new Crowd(server.port(), clients, bodies);
            crowd.ask(Duration.ofSeconds(seconds));
            long begin = System.nanoTime();
            way.tally.add(crowd.ask(Duration.ofSeconds(seconds)));
            way.asked += (System.nanoTime() - begin) / 1e9;
            way.ready = Math.max(way.ready, server.readySeconds());
            way.resident = Math.max(way.resident, server.residentMebibytes());
        }
    }

    private void report(Way batched, Way unbatched) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (Way way : List.of(batched, unbatched)) {
            out.printf(
                    Locale.ROOT,
                    "%-10s %8.0f requests/s  p50 %6.1f ms  p99 %6.1f ms  %d failed%n",
                    way.name,
                    way.perSecond(),
                    way.tally.percentileMillis(0.5),
                    way.tally.percentileMillis(0.99),
                    way.tally.failed());
        }
        out.printf(
                Locale.ROOT,
                "ratio %.2f, ready after %.1f s, %d MiB resident, %d clients, load %.1f%n",
                batched.perSecond() / unbatched.perSecond(),
                batched.ready,
                batched.resident,
                clients,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        out.flush();
        if (json != null) {
            ObjectNode tree = JsonNodeFactory.instance.objectNode();
            tree.set("batched", figures(batched));
            tree.set("unbatched", figures(unbatched));
            tree.put("ratio", batched.perSecond() / unbatched.perSecond())
                    .put("rssMiB", batched.resident)
                    .put("readySeconds", batched.ready);
            Files.writeString(json, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n");
        }
    }

    private static ObjectNode figures(Way way) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("perSecond", way.perSecond())
                .put("p50Millis", way.tally.percentileMillis(0.5))
                .put("p99Millis", way.tally.percentileMillis(0.99))
                .put("failed", way.tally.failed());
    }
}
