package dev.nextcart.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.nextcart.dynamodblocal.DynamoDbLocal;
import dev.nextcart.local.cloud.LocalCloud;
import dev.nextcart.local.cloud.Tables;
import dev.nextcart.local.engine.Invoker.Result;
import dev.nextcart.local.template.CloudTemplate;
import dev.nextcart.local.template.FunctionSpec;
import dev.nextcart.local.template.TableSpec;
import dev.nextcart.local.template.TemplateReader;
import dev.nextcart.s3local.ObjectFolders;
import dev.nextcart.s3local.S3Local;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every envelope of {@code events/}, and the shapes that AWS documents beyond them ({@code golden/}), through the real
 * package over the Runtime API. The native one must answer and store what the JVM's does, to the last attribute.
 */
class GoldenEventsTest {
    private static final Path ROOT = Path.of(System.getProperty("nextcart.root"));
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    /** Answers by event, and items by table; what the clock wrote is left out. */
    private record Outcome(SortedMap<String, String> answers, SortedMap<String, List<String>> items) {}

    @Test
    void every_function_of_the_template_has_golden_events() {
        CloudTemplate template = TemplateReader.read(ROOT.resolve("template.yaml"));
        GoldenFiles golden = new GoldenFiles(template, ROOT);

        template.functions()
                .values()
                .forEach(function -> assertFalse(
                        golden.of(function).isEmpty(),
                        () -> "put an event for it into golden/" + GoldenFiles.handler(function)));
    }

    @Test
    void the_jvm_package_settles_every_golden_event() throws Exception {
        Outcome jvm = outcome(BuiltPackages.jvm());

        // Three erasures are among the golden events.
        jvm.answers.forEach((event, answer) -> assertEquals(
                event.startsWith("archive-sweep ")
                        ? "{\"tombstones\":3,\"objects\":0,\"removed\":0,\"finished\":true}"
                        : "{\"batchItemFailures\":[]}",
                answer,
                event));
        jvm.items.forEach((table, items) ->
                assertEquals(table.endsWith("late-events"), items.isEmpty(), () -> table + " holds " + items));
    }

    @Test
    void the_native_package_answers_and_stores_what_the_jvm_package_does() throws Exception {
        Path jvm = BuiltPackages.jvm();
        Path natively = BuiltPackages.natively();

        assertEquals(outcome(jvm), outcome(natively));
    }

    private Outcome outcome(Path zip) throws Exception {
        CloudTemplate template = TemplateReader.read(ROOT.resolve("template.yaml"));
        Path unpacked = FunctionPackage.unpacked(zip, folder.resolve("packages"));
        Map<String, Path> packages =
                template.functions().keySet().stream().collect(Collectors.toMap(Function.identity(), id -> unpacked));
        try (DynamoDbLocal emulator = DynamoDbLocal.start(Path.of(System.getProperty("nextcart.dynamodb-local")));
                DynamoDbClient client = LocalCloud.client(emulator.endpoint());
                S3Local s3 = S3Local.start(new ObjectFolders(
                        folder.resolve("s3"), Set.copyOf(template.bucketNames().values())));
                FunctionPool pool = new FunctionPool(
                        template.functions().values(),
                        new PackagedFunctions(packages, ROOT.resolve("infra/local/target/runtime"), emulator.endpoint())
                                .withS3(s3.endpoint()),
                        Limits.LAPTOP.withInstances(1),
                        folder.resolve("logs"),
                        (function, line) -> {})) {
            template.tables().values().forEach(table -> Tables.create(client, table));
            SortedMap<String, String> answers = new TreeMap<>();
            GoldenFiles golden = new GoldenFiles(template, ROOT);
            for (FunctionSpec function : template.functions().values()) {
                for (Map.Entry<String, String> event : golden.of(function).entrySet()) {
                    answers.put(
                            GoldenFiles.handler(function) + " " + event.getKey(),
                            answer(pool, function, event.getValue()));
                }
            }
            SortedMap<String, List<String>> items = new TreeMap<>();
            template.tables().values().forEach(table -> items.put(table.name(), items(client, table)));
            return new Outcome(answers, items);
        }
    }

    private static String answer(FunctionPool pool, FunctionSpec function, String event) throws Exception {
        CompletableFuture<Result> done = new CompletableFuture<>();
        pool.invoke(function, event, done::complete);
        Result result = done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return result instanceof Result.Answered answered ? answered.payload() : result.toString();
    }

    private static List<String> items(DynamoDbClient client, TableSpec table) {
        return client.scanPaginator(scan -> scan.tableName(table.name())).items().stream()
                .map(GoldenEventsTest::withoutClock)
                .sorted()
                .toList();
    }

    private static String withoutClock(Map<String, AttributeValue> item) {
        SortedMap<String, AttributeValue> attributes = new TreeMap<>(item);
        attributes.remove("refusedAt");
        attributes.remove("expiresAt");
        attributes.remove("erasedAt");
        attributes.remove("erasedOn");
        attributes.remove("finishedAt");
        // The one reason that tells the receiver's time.
        attributes.computeIfPresent(
                "reason", (name, reason) -> AttributeValue.fromS(reason.s().replaceAll("clock, .*", "clock")));
        return attributes.toString();
    }
}
