package dev.nextcart.training.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.inference.Task;
import dev.nextcart.models.ModelCard;
import dev.nextcart.models.ModelFolder;
import dev.nextcart.models.ModelRegistry;
import dev.nextcart.models.ModelRegistry.Entry;
import dev.nextcart.training.CannotRunException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ./nextcart models}. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the versions of each model, the newest first: the served one with *, the metric that decides between them, and"
                    + " what the best baseline has. Checks every file's sum.",
            ""
        })
public final class ModelsCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REFUSED = 1;

    @Option(
            names = "--models",
            defaultValue = "models",
            scope = ScopeType.INHERIT,
            paramLabel = "FOLDER",
            description = "The registry (default: ${DEFAULT-VALUE})")
    private Path models = Path.of("models");

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the list to FILE")
    private @Nullable Path json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ModelRegistry registry = new ModelRegistry(models);
        PrintWriter out = spec.commandLine().getOut();
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        boolean refused = false;
        for (Task task : Task.values()) {
            List<Entry> entries = registry.list(task);
            Optional<String> current = registry.current(task);
            out.printf("%s%s%n", task.wireName(), entries.isEmpty() ? ": none" : "");
            for (Entry entry : entries) {
                boolean served = current.equals(Optional.of(entry.version()));
                out.println((served ? "* " : "  ") + line(entry));
                list.add(json(task, entry, served));
                refused |= entry instanceof Entry.Refused;
            }
        }
        out.flush();
        if (json != null) {
            Files.writeString(json, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n");
        }
        return refused ? REFUSED : 0;
    }

    private static String line(Entry entry) {
        return switch (entry) {
            case Entry.Usable usable -> line(usable.folder().card());
            case Entry.Refused refused -> refused.version() + "  REFUSED: " + refused.reason();
        };
    }

    private static String line(ModelCard card) {
        return String.format(
                Locale.ROOT,
                "%-18s %s %.4f (best baseline %.4f)  %s, %.0f s of training, seed %d",
                card.version(),
                card.deciding().name(),
                card.decidingValue(),
                card.bestBaseline(),
                card.data().description(),
                card.trainSeconds(),
                card.seed());
    }

    private static ObjectNode json(Task task, Entry entry, boolean served) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("task", task.wireName())
                .put("version", entry.version())
                .put("served", served);
        switch (entry) {
            case Entry.Usable usable -> {
                ModelCard card = usable.folder().card();
                ObjectNode metrics = json.putObject("metrics");
                card.metrics().forEach(metrics::put);
                json.put("bestBaseline", card.bestBaseline());
            }
            case Entry.Refused refused -> json.put("refused", refused.reason());
        }
        return json;
    }

    /** {@code ./nextcart models promote}. */
    @Command(
            name = "promote",
            mixinStandardHelpOptions = true,
            description =
                    "Serves this version from now on; an older one is a rollback. A running endpoint takes it within seconds.")
    int promote(
            @Parameters(paramLabel = "TASK", description = "recommend, forecast, churn or sentiment") String task,
            @Parameters(paramLabel = "VERSION", description = "Its name in the list") String version) {
        Task named = Task.named(task)
                .orElseThrow(() -> new CannotRunException(task + " is no task: choose of " + Task.names()));
        ModelFolder folder = new ModelRegistry(models).promote(named, version);
        spec.commandLine()
                .getOut()
                .printf("%s: serving %s%n", task, folder.card().version());
        return 0;
    }
}
