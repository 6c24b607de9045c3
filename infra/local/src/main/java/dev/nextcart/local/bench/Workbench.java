package dev.nextcart.local.bench;

import dev.nextcart.dynamodblocal.DynamoDbLocal;
import dev.nextcart.local.cloud.CloudOptions;
import dev.nextcart.local.cloud.LocalCloud;
import dev.nextcart.local.cloud.Started;
import dev.nextcart.local.cloud.StateFolder;
import dev.nextcart.local.cloud.Tables;
import dev.nextcart.local.engine.SourceEvents;
import dev.nextcart.local.runtime.FunctionPackage;
import dev.nextcart.local.runtime.PackagedFunctions;
import dev.nextcart.local.template.CloudTemplate;
import dev.nextcart.local.template.FunctionSpec;
import dev.nextcart.local.template.TemplateReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What is measured on: a DynamoDB Local of its own with the template's tables, and function packages unpacked. Nobody
 * else's cloud is touched; what it stored is gone when it closes.
 */
public final class Workbench implements AutoCloseable {
    private static final String BUS_SOURCE = "nextcart.shop";

    private final Started parts;
    private final CloudOptions options;
    private final CloudTemplate template;
    private final StateFolder state;
    private final URI dynamoDb;
    private final Set<Path> unpacked = new HashSet<>();

    private Workbench(CloudOptions options, Started parts) {
        this.parts = parts;
        this.options = options;
        this.state = parts.add(StateFolder.claim(options.state().resolve("bench")));
        this.template = TemplateReader.read(options.template());
        this.dynamoDb =
                parts.add(DynamoDbLocal.start(options.dynamoDbLibraries())).endpoint();
        try (DynamoDbClient client = LocalCloud.client(dynamoDb)) {
            template.tables().values().forEach(table -> Tables.create(client, table));
        }
    }

    /**
     * Starts DynamoDB Local; takes some seconds.
     *
     * @throws IllegalStateException when something is missing, or another benchmark runs in this state folder
     */
    public static Workbench open(CloudOptions options) {
        Started parts = new Started();
        try {
            return new Workbench(options, parts);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** What the template's functions are told to be, in its order. */
    List<String> handlers() {
        return template.functions().values().stream()
                .flatMap(function -> Stream.ofNullable(function.environment().get("QUARKUS_LAMBDA_HANDLER")))
                .toList();
    }

    /** The function that listens to this name, e.g. {@code order-events}. */
    FunctionSpec function(String handler) {
        return template.functions().values().stream()
                .filter(function -> handler.equals(function.environment().get("QUARKUS_LAMBDA_HANDLER")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The template has no function " + handler));
    }

    /** Where a package's files are, unpacked if it is a zip. */
    Path unpacked(Path code) {
        Path folder = FunctionPackage.unpacked(code, state.packages());
        unpacked.add(folder);
        return folder;
    }

    /** Starts processes of a function from an unpacked package. */
    PackagedFunctions processes(FunctionSpec function, Path unpacked) {
        return new PackagedFunctions(Map.of(function.id(), unpacked), options.runtimeLibraries(), dynamoDb);
    }

    /** Events as the sources of its functions would hand them over. */
    SourceEvents sources() {
        return new SourceEvents(template, BUS_SOURCE, InstantSource.system(), options.seed());
    }

    /** Where to write a file that the next benchmark overwrites. */
    Path file(String name) {
        return state.packages().resolveSibling(name);
    }

    /** Folder for what processes of one kind print. */
    Path logs(String kind) {
        return state.logs().resolve(kind);
    }

    @Override
    public void close() {
        FunctionPackage.forgetOthers(state.packages(), unpacked);
        parts.close();
    }
}
