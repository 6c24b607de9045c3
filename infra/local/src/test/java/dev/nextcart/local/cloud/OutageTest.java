package dev.nextcart.local.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.dynamodblocal.DynamoDbLocal;
import dev.nextcart.local.engine.DeliveryEngine;
import dev.nextcart.local.engine.EngineStatus.SourceStatus;
import dev.nextcart.local.engine.Invoker;
import dev.nextcart.local.engine.LiveTimeline;
import dev.nextcart.local.template.CloudTemplate;
import dev.nextcart.local.template.FunctionSpec;
import dev.nextcart.local.template.TemplateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A real DynamoDB Local that stands still for five seconds while functions want to write to it. */
@Timeout(120)
class OutageTest {
    private static final Duration OUTAGE = Duration.ofSeconds(5);

    /** Three receives, five minutes apart; a stream's two retries. All used up in a moment if their waits were skipped. */
    private static final String TEMPLATE = """
            Resources:
              OrdersDeadLetters: {Type: AWS::SQS::Queue}
              ClicksFailures: {Type: AWS::SQS::Queue}
              Orders:
                Type: AWS::SQS::Queue
                Properties:
                  VisibilityTimeout: 300
                  RedrivePolicy: {deadLetterTargetArn: !GetAtt OrdersDeadLetters.Arn, maxReceiveCount: 3}
              Clicks: {Type: AWS::Kinesis::Stream, Properties: {ShardCount: 1}}
              Profiles:
                Type: AWS::DynamoDB::Table
                Properties:
                  BillingMode: PAY_PER_REQUEST
                  AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
                  KeySchema: [{AttributeName: id, KeyType: HASH}]
              OrderEvents:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: function.zip
                  Handler: handler
                  Events:
                    Orders:
                      Type: SQS
                      Properties: {Queue: !GetAtt Orders.Arn, BatchSize: 1, ScalingConfig: {MaximumConcurrency: 2}}
              ClickEvents:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: function.zip
                  Handler: handler
                  Events:
                    Clicks:
                      Type: Kinesis
                      Properties:
                        Stream: !GetAtt Clicks.Arn
                        StartingPosition: LATEST
                        MaximumRetryAttempts: 4
                        MaximumRecordAgeInSeconds: 3600
                        DestinationConfig: {OnFailure: {Type: SQS, Destination: !GetAtt ClicksFailures.Arn}}
            """;

    @TempDir
    Path folder = Path.of("set by JUnit");

    private final Started parts = new Started();
    private final DynamoDbLocal store = DynamoDbLocal.start(Path.of(System.getProperty("nextcart.dynamodb-local")));

    @BeforeEach
    void open() {
        parts.add(store);
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void an_outage_uses_up_no_retries_and_all_is_settled_after_it() throws Exception {
        CloudTemplate template = template();
        DynamoDbClient client = parts.add(impatientClient(store.endpoint()));
        try (DynamoDbClient patient = LocalCloud.client(store.endpoint())) {
            Tables.create(patient, template.tables().values().iterator().next());
        }
        Outage outage = parts.add(new Outage(store.pid()));
        StoreWatch watch = parts.add(new StoreWatch(store.endpoint()));
        LiveTimeline timeline = parts.add(LiveTimeline.start(watch));
        Writing writing = parts.add(new Writing(client));
        DeliveryEngine engine =
                new DeliveryEngine(template, new WatchedFunctions(writing, watch::doubt, () -> {}), timeline, 1);
        engine.sendMessage("Orders", "before");
        engine.whenQuiet().get(60, TimeUnit.SECONDS);

        Instant begin = Instant.now();
        outage.begin(OUTAGE);
        engine.sendMessage("Orders", "during-1");
        engine.sendMessage("Orders", "during-2");
        engine.putRecord("Clicks", "k", new byte[] {1});
        writing.failed.await();
        engine.whenQuiet().get(100, TimeUnit.SECONDS);

        assertFalse(Duration.between(begin, Instant.now()).compareTo(OUTAGE) < 0, "the outage was outlasted");
        assertEquals(0, engine.deadLetters("OrdersDeadLetters").size());
        assertEquals(0, engine.deadLetters("ClicksFailures").size());
        assertEquals(0, engine.outstanding());
        assertTrue(timeline.skipped().compareTo(Duration.ofMinutes(4)) > 0, "afterwards waits are skipped again");
        long acknowledged = engine.status().sources().stream()
                .mapToLong(SourceStatus::acknowledged)
                .sum();
        assertEquals(4, acknowledged);
        assertTrue(writing.written.containsAll(Set.of("OrderEvents", "ClickEvents")));
    }

    @Test
    void a_watch_says_no_from_the_first_failure_on_until_the_store_answers_again() throws Exception {
        Outage outage = parts.add(new Outage(store.pid()));
        StoreWatch watch = parts.add(new StoreWatch(store.endpoint()));
        awaitYes(watch);

        outage.begin(Duration.ofSeconds(3));
        watch.doubt();
        Instant begin = Instant.now();
        assertFalse(watch.getAsBoolean());

        awaitYes(watch);
        assertTrue(Duration.between(begin, Instant.now()).compareTo(Duration.ofMillis(2_500)) > 0);
    }

    @Test
    void a_store_that_is_gone_lets_no_time_be_skipped() throws Exception {
        StoreWatch watch = parts.add(new StoreWatch(store.endpoint()));
        awaitYes(watch);

        store.close();
        watch.doubt();

        Instant end = Instant.now().plus(StoreWatch.PROBE_EVERY.multipliedBy(3));
        while (Instant.now().isBefore(end)) {
            assertFalse(watch.getAsBoolean());
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @Test
    void stopping_the_cloud_lets_the_store_go_on() throws IOException, InterruptedException {
        Outage outage = new Outage(store.pid());
        outage.begin(Outage.LONGEST);
        awaitStopped(store.pid());

        outage.close();

        assertTrue(Set.of("S", "R").contains(state(store.pid())), () -> state(store.pid()));
        assertThrows(IllegalArgumentException.class, () -> outage.begin(Duration.ofMillis(10)));
        assertThrows(IllegalArgumentException.class, () -> outage.begin(Outage.LONGEST.plusSeconds(1)));
        assertThrows(
                IllegalStateException.class, () -> new Outage(Integer.MAX_VALUE).begin(OUTAGE), "nobody's process");
    }

    /** As /proc tells: T when stopped. */
    private static String state(long pid) {
        try {
            String status = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return status.substring(status.lastIndexOf(')') + 2).substring(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kernel stops each of its threads when that comes to run next. */
    private static void awaitStopped(long pid) throws InterruptedException {
        while (!state(pid).equals("T")) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static void awaitYes(StoreWatch watch) throws InterruptedException {
        while (!watch.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private CloudTemplate template() throws IOException {
        return TemplateReader.read(Files.writeString(folder.resolve("template.yaml"), TEMPLATE));
    }

    /** Gives up soon, as functions do, so that retries follow each other quickly. */
    private static DynamoDbClient impatientClient(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMillis(300)))
                .overrideConfiguration(overrides -> overrides.retryStrategy(retries -> retries.maxAttempts(1)))
                .build();
    }

    /** Functions that write one item and fail when they cannot. */
    private static final class Writing implements Invoker, AutoCloseable {
        private final DynamoDbClient client;
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final CountDownLatch failed = new CountDownLatch(1);
        private final Set<String> written = ConcurrentHashMap.newKeySet();

        private Writing(DynamoDbClient client) {
            this.client = client;
        }

        @Override
        public void invoke(FunctionSpec function, String payload, Consumer<Result> done) {
            threads.execute(() -> done.accept(write(function)));
        }

        private Result write(FunctionSpec function) {
            try {
                client.putItem(put ->
                        put.tableName("nextcart-Profiles").item(Map.of("id", AttributeValue.fromS(function.id()))));
                written.add(function.id());
                return new Result.Answered("");
            } catch (SdkException e) {
                failed.countDown();
                return new Result.Failed("StoreBusyException", String.valueOf(e.getMessage()));
            }
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
