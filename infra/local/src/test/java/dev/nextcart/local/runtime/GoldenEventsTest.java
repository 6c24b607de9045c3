package dev.nextcart.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.io.IOException;
import java.nio.file.Files;
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
import java.util.stream.Stream;
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
    private static final Path JVM = ROOT.resolve("functions/target/function.zip");
    private static final Path NATIVE = ROOT.resolve("functions/target/native/function.zip");
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    /** Answers by event, and items by table; what the clock wrote is left out. */
    private record Outcome(SortedMap<String, String> answers, SortedMap<String, List<String>> items) {}

    @Test
    void the_jvm_package_settles_every_golden_event() throws Exception {
        assumeTrue(Files.exists(JVM), "no function package yet: ./mvnw verify builds it");

        Outcome jvm = outcome(JVM);

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
        assumeTrue(Files.exists(JVM), "no function package yet: ./mvnw verify builds it");
        assumeTrue(Files.exists(NATIVE), "native functions are not built (./mvnw package -Dnative): not compared");

        assertEquals(outcome(JVM), outcome(NATIVE));
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
            for (FunctionSpec function : template.functions().values()) {
                for (Path event : events(handler(function))) {
                    answers.put(handler(function) + " " + event.getFileName(), answer(pool, function, event));
                }
            }
            SortedMap<String, List<String>> items = new TreeMap<>();
            template.tables().values().forEach(table -> items.put(table.name(), items(client, table)));
            return new Outcome(answers, items);
        }
    }

    private static String handler(FunctionSpec function) {
        return Map.copyOf(function.environment()).getOrDefault("QUARKUS_LAMBDA_HANDLER", "");
    }

    private static List<Path> events(String handler) throws IOException {
        Path envelopes = ROOT.resolve("events").resolve(handler.startsWith("click") ? "kinesis" : "sqs");
        Path documented = ROOT.resolve("infra/local/src/test/resources/golden").resolve(handler);
        String kind = beginning(handler);
        try (Stream<Path> ours = Files.list(envelopes);
                Stream<Path> theirs = Files.list(documented)) {
            List<Path> events = Stream.concat(
                            ours.filter(file -> file.getFileName().toString().startsWith(kind)), theirs)
                    .sorted()
                    .toList();
            assertFalse(events.isEmpty(), handler);
            return events;
        }
    }

    /** Of the names of a function's events: {@code order-} of order-events, {@code shopper-} of erasure. */
    private static String beginning(String handler) {
        return switch (handler) {
            case "clickstream-events" -> "";
            case "erasure" -> "shopper-";
            default -> handler.substring(0, handler.indexOf('-') + 1);
        };
    }

    private static String answer(FunctionPool pool, FunctionSpec function, Path event) throws Exception {
        CompletableFuture<Result> done = new CompletableFuture<>();
        pool.invoke(function, Files.readString(event), done::complete);
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
