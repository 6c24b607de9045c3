package dev.nextcart.local.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.dynamodblocal.DynamoDbLocal;
import dev.nextcart.local.engine.DeadLetter;
import dev.nextcart.local.engine.DeliveryEngine;
import dev.nextcart.local.engine.EngineStatus.SourceStatus;
import dev.nextcart.local.engine.FailureRecord;
import dev.nextcart.local.engine.Faults;
import dev.nextcart.local.engine.Invoker;
import dev.nextcart.local.engine.LiveTimeline;
import dev.nextcart.local.tables.TableFollower;
import dev.nextcart.local.template.CloudTemplate;
import dev.nextcart.local.template.FunctionSpec;
import dev.nextcart.local.template.TemplateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Orders change a table of a real DynamoDB Local, and its real stream starts another function. */
@Timeout(120)
class TableStreamsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String TEMPLATE = """
            Resources:
              Orders: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 300}}
              Archive: {Type: AWS::S3::Bucket, Properties: {BucketName: archive}}
              Profiles:
                Type: AWS::DynamoDB::Table
                Properties:
                  BillingMode: PAY_PER_REQUEST
                  AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
                  KeySchema: [{AttributeName: id, KeyType: HASH}]
                  StreamSpecification: {StreamViewType: NEW_AND_OLD_IMAGES}
              OrderEvents:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: function.zip
                  Handler: handler
                  Events:
                    Orders:
                      Type: SQS
                      Properties: {Queue: !GetAtt Orders.Arn, BatchSize: 10, ScalingConfig: {MaximumConcurrency: 2}}
              Predictions:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: function.zip
                  Handler: handler
                  Events:
                    Profiles:
                      Type: DynamoDB
                      Properties:
                        Stream: !GetAtt Profiles.StreamArn
                        StartingPosition: TRIM_HORIZON
                        BatchSize: 20
                        MaximumBatchingWindowInSeconds: 1
                        ParallelizationFactor: 2
                        MaximumRetryAttempts: 2
                        MaximumRecordAgeInSeconds: 3600
                        BisectBatchOnFunctionError: true
                        FunctionResponseTypes: [ReportBatchItemFailures]
                        FilterCriteria:
                          Filters: [{Pattern: '{"dynamodb":{"NewImage":{"kind":{"S":["shopper"]}}}}'}]
                        DestinationConfig: {OnFailure: {Type: S3, Destination: !GetAtt Archive.Arn}}
            """;

    private final Path folder;
    private final Started parts = new Started();
    private final DynamoDbLocal store =
            parts.add(DynamoDbLocal.start(Path.of(System.getProperty("nextcart.dynamodb-local"))));
    private final DynamoDbClient client = parts.add(LocalCloud.client(store.endpoint()));
    private final Functions functions = parts.add(new Functions(client));
    private final DeliveryEngine engine;

    TableStreamsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        CloudTemplate template = TemplateReader.read(Files.writeString(folder.resolve("template.yaml"), TEMPLATE));
        template.tables().values().forEach(table -> Tables.create(client, table));
        LiveTimeline timeline = parts.add(LiveTimeline.start());
        Archive archive = parts.add(Archive.begin(folder.resolve("s3"), template.bucketNames()));
        List<TableFollower> followers = new CopyOnWriteArrayList<>();
        Invoker watched = new WatchedFunctions(functions, () -> {}, () -> followers.forEach(TableFollower::touch));
        this.engine = new DeliveryEngine(template, watched, timeline, 1, Faults.NONE, archive.landing());
        DynamoDbStreamsClient streams = parts.add(LocalCloud.streamsClient(store.endpoint()));
        engine.followedTables()
                .forEach(table -> followers.add(parts.add(TableFollower.start(table, client, streams, engine))));
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void when_the_engine_is_quiet_every_change_that_functions_made_was_delivered() throws Exception {
        for (int round = 0; round < 20; round++) {
            String id = "shopper-" + round;

            engine.sendMessage("Orders", id);
            quiet();

            assertTrue(functions.seen.contains(id), id + " was not seen when all was quiet");
        }
        assertEquals(0, engine.outstanding());
        assertEquals(20, source("Predictions").acknowledged());
    }

    @Test
    void a_change_has_the_form_that_lambda_documents() throws Exception {
        engine.sendMessage("Orders", "shopper-1");
        quiet();
        engine.sendMessage("Orders", "shopper-1");
        quiet();

        JsonNode second = functions.records.getLast();
        assertEquals("MODIFY", second.path("eventName").textValue());
        assertEquals("aws:dynamodb", second.path("eventSource").textValue());
        assertEquals("us-east-1", second.path("awsRegion").textValue());
        assertTrue(
                second.path("eventSourceARN")
                        .asText()
                        .startsWith("arn:aws:dynamodb:us-east-1:000000000000:table/nextcart-Profiles/stream/"),
                second::toString);
        JsonNode change = second.path("dynamodb");
        assertEquals("{\"id\":{\"S\":\"shopper-1\"}}", change.path("Keys").toString());
        assertEquals("2", change.path("NewImage").path("orders").path("N").textValue());
        assertEquals("1", change.path("OldImage").path("orders").path("N").textValue());
        assertEquals("NEW_AND_OLD_IMAGES", change.path("StreamViewType").textValue());
        assertTrue(change.path("SequenceNumber").asText().matches("[0-9]{21}"), change::toString);
    }

    @Test
    void a_poisoned_change_ends_in_the_bucket_and_all_others_are_done() throws Exception {
        functions.poison = "shopper-13";
        IntStream.range(0, 40).forEach(i -> engine.sendMessage("Orders", "shopper-" + i));
        IntStream.range(0, 10).forEach(i -> engine.sendMessage("Orders", "guest-" + i));

        quiet();

        assertEquals(
                IntStream.range(0, 40)
                        .filter(i -> i != 13)
                        .mapToObj(i -> "shopper-" + i)
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(functions.seen));
        assertEquals(10, source("Predictions").filtered());
        assertEquals(1, source("Predictions").givenUp());
        Map<String, byte[]> objects = objects();
        assertEquals(1, objects.size());
        String key = objects.keySet().iterator().next();
        DeadLetter letter = FailureRecord.read(key, objects.getOrDefault(key, new byte[0]));
        assertEquals(
                "{\"id\":{\"S\":\"shopper-13\"}}", letter.records().getFirst().partitionKey());
        assertEquals("nextcart-Profiles", letter.reasons().get("SourceStream"));
    }

    @Test
    void a_partial_answer_resumes_at_the_change_it_names() throws Exception {
        functions.failOnce = "shopper-7";
        IntStream.range(0, 10).forEach(i -> engine.sendMessage("Orders", "shopper-" + i));

        quiet();

        assertEquals(10, functions.seen.size());
        assertEquals(
                1,
                source("Predictions").partialFailures() + source("Predictions").failures());
        assertEquals(10, source("Predictions").acknowledged());
        assertEquals(0, objects().size());
    }

    @Test
    void what_somebody_else_writes_is_found_too() throws Exception {
        functions.write("shopper-by-hand");

        while (!functions.seen.contains("shopper-by-hand")) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        quiet();
        assertEquals(1, source("Predictions").acknowledged());
    }

    private void quiet() throws Exception {
        engine.whenQuiet().get(60, TimeUnit.SECONDS);
    }

    private SourceStatus source(String function) {
        return engine.status().sources().stream()
                .filter(source -> source.function().endsWith(function))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, byte[]> objects() throws IOException {
        Map<String, byte[]> objects = new TreeMap<>();
        Path bucket = folder.resolve("s3/archive");
        try (var files = Files.walk(bucket)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                objects.put(bucket.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return objects;
    }

    /** One function counts orders in the table, the other follows it. */
    private static final class Functions implements Invoker, AutoCloseable {
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final Set<String> seen = ConcurrentHashMap.newKeySet();
        private final List<JsonNode> records = Collections.synchronizedList(new ArrayList<>());
        private final DynamoDbClient client;
        private volatile String poison = "";
        private volatile String failOnce = "";

        private Functions(DynamoDbClient client) {
            this.client = client;
        }

        @Override
        public void invoke(FunctionSpec function, String payload, Consumer<Result> done) {
            threads.execute(() -> done.accept(answer(function, payload)));
        }

        private Result answer(FunctionSpec function, String payload) {
            try {
                JsonNode event = JSON.readTree(payload).path("Records");
                if (function.id().equals("OrderEvents")) {
                    event.forEach(message -> write(message.path("body").asText()));
                    return new Result.Answered("");
                }
                return follow(event);
            } catch (JsonProcessingException e) {
                return new Result.Failed("BadJson", payload);
            }
        }

        private void write(String id) {
            client.updateItem(update -> update.tableName("nextcart-Profiles")
                    .key(Map.of("id", AttributeValue.fromS(id)))
                    .updateExpression("ADD orders :one SET kind = :kind")
                    .expressionAttributeValues(Map.of(
                            ":one", AttributeValue.fromN("1"),
                            ":kind", AttributeValue.fromS(id.split("-", 2)[0]))));
        }

        private Result follow(JsonNode changes) {
            for (JsonNode change : changes) {
                if (idOf(change).equals(poison)) {
                    return new Result.Failed("Runtime.ExitError", "killed by " + poison);
                }
            }
            for (JsonNode change : changes) {
                if (idOf(change).equals(failOnce)) {
                    failOnce = "";
                    return new Result.Answered("{\"batchItemFailures\":[{\"itemIdentifier\":\""
                            + change.path("dynamodb").path("SequenceNumber").asText() + "\"}]}");
                }
                seen.add(idOf(change));
                records.add(change);
            }
            return new Result.Answered("{\"batchItemFailures\":[]}");
        }

        private static String idOf(JsonNode change) {
            return change.path("dynamodb").path("Keys").path("id").path("S").asText();
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
