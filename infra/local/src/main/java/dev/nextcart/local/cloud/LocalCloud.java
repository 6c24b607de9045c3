package dev.nextcart.local.cloud;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.dynamodblocal.DynamoDbLocal;
import dev.nextcart.local.engine.DeliveryEngine;
import dev.nextcart.local.engine.Faults;
import dev.nextcart.local.engine.Invoker;
import dev.nextcart.local.engine.LiveTimeline;
import dev.nextcart.local.runtime.FunctionPackage;
import dev.nextcart.local.runtime.FunctionPool;
import dev.nextcart.local.runtime.PackagedFunctions;
import dev.nextcart.local.tables.TableFollower;
import dev.nextcart.local.template.CloudTemplate;
import dev.nextcart.local.template.TableSpec;
import dev.nextcart.local.template.TemplateReader;
import dev.nextcart.store.DynamoDbRefusals;
import dev.nextcart.store.StoreMeter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * A running local cloud. It keeps nothing beyond its own life but the journal and the logs: tables are empty when it
 * starts. Close it, or ask over its control API, or end this JVM.
 */
public final class LocalCloud implements AutoCloseable {
    /** A put takes milliseconds; well below the patience of whoever stands at the door. */
    private static final Duration DOOR_TIMEOUT = Duration.ofSeconds(10);

    private final Started parts;
    private final StateFolder state;
    private final URI dynamoDb;
    private final long dynamoDbPid;
    private final Map<String, String> tables;
    private final Archive archive;
    private final ControlServer control;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Thread stopAtExit = new Thread(this::stopQuietly, "stop-local-cloud");

    private LocalCloud(CloudOptions options, Started parts) {
        this.parts = parts;
        this.state = parts.add(StateFolder.claim(options.state()));
        CloudTemplate template = new Laptop(options.limits().instances()).fit(TemplateReader.read(options.template()));
        String clicks = only("stream", template.streams());
        Map<String, Path> packages = unpack(template, options);
        DynamoDbLocal emulator = parts.add(DynamoDbLocal.start(options.dynamoDbLibraries()));
        this.dynamoDb = emulator.endpoint();
        this.dynamoDbPid = emulator.pid();
        DynamoDbClient client = parts.add(client(dynamoDb));
        template.tables().values().forEach(table -> Tables.create(client, table));
        this.tables = names(template.tables());
        this.archive = parts.add(Archive.begin(state.objects(), template.bucketNames()));
        MetricSums metrics = new MetricSums();
        FunctionPool pool = parts.add(new FunctionPool(
                template.functions().values(),
                new PackagedFunctions(packages, options.runtimeLibraries(), dynamoDb).withS3(archive.endpoint()),
                options.limits(),
                state.logs(),
                metrics));
        Instant startedAt = Instant.now();
        StoreWatch watch = parts.add(new StoreWatch(dynamoDb));
        LiveTimeline timeline = parts.add(LiveTimeline.start(watch));
        List<TableFollower> followers = new CopyOnWriteArrayList<>();
        Invoker functions = new WatchedFunctions(pool, watch::doubt, () -> followers.forEach(TableFollower::touch));
        DeliveryEngine engine =
                new DeliveryEngine(template, functions, timeline, options.seed(), Faults.NONE, archive.landing());
        DynamoDbStreamsClient streams = parts.add(streamsClient(dynamoDb));
        engine.followedTables()
                .forEach(table -> followers.add(parts.add(TableFollower.start(table, client, streams, engine))));
        AutoCloseable lastLanding = () -> Archive.land(engine);
        parts.add(lastLanding);
        JournalWriter journal = parts.add(new JournalWriter(state.journal()));
        Door door = new Door(
                new EngineWays(engine, clicks),
                refusals(parts.add(doorClient(dynamoDb))),
                journal,
                InstantSource.system());
        ScheduleControl schedules = new ScheduleControl(engine);
        Outage outage = parts.add(new Outage(dynamoDbPid));
        this.control = parts.add(ControlServer.open(
                options.controlPort(),
                new ControlServer.Controls(
                        door,
                        new DeadLetterDesk(
                                engine, archive.failures(template.bucketNames().values(), engine), door, journal),
                        () -> schedules.tell(Archive.tell(
                                engine,
                                StatusJson.of(engine.status(), pool.status(), pool.times(), metrics.sums())
                                        .put("upSeconds", since(startedAt).toSeconds()))),
                        seed -> drop(pool, seed),
                        outage,
                        schedules,
                        () -> Archive.land(engine),
                        this::beginStop)));
    }

    /**
     * Starts everything and returns when it takes events.
     *
     * @throws IllegalStateException when something is missing or a cloud is already running in this state folder
     */
    public static LocalCloud start(CloudOptions options) {
        Started parts = new Started();
        try {
            LocalCloud cloud = new LocalCloud(options, parts);
            Runtime.getRuntime().addShutdownHook(cloud.stopAtExit);
            cloud.announce();
            return cloud;
        } catch (RuntimeException e) {
            try {
                parts.close();
            } catch (IllegalStateException trouble) {
                e.addSuppressed(trouble);
            }
            throw e;
        }
    }

    /** Of the control API. */
    public URI controlUrl() {
        return control.url();
    }

    public URI dynamoDbUrl() {
        return dynamoDb;
    }

    /** Everything handed in, one JSON object a line. */
    public Path journal() {
        return state.journal();
    }

    public Path logs() {
        return state.logs();
    }

    /** Table names by logical id. */
    public Map<String, String> tables() {
        return tables;
    }

    /** Returns when it has stopped, whoever asked for it. */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    /** Stops everything; idempotent, and returns when it is done. What is under way is lost. */
    @Override
    public void close() {
        if (!stopping.compareAndSet(false, true)) {
            awaitUninterruptibly();
            return;
        }
        try {
            state.withdraw();
            parts.close();
        } finally {
            stopped.countDown();
            forgetHook();
        }
    }

    private void announce() {
        ObjectNode cloud = JsonNodeFactory.instance
                .objectNode()
                .put("pid", ProcessHandle.current().pid())
                .put("controlUrl", controlUrl().toString())
                .put("dynamoDbUrl", dynamoDb.toString())
                .put("dynamoDbPid", dynamoDbPid)
                .put("journal", journal().toString())
                .put("s3Url", archive.endpoint().toString())
                .put("s3Folder", state.objects().toString())
                .put("startedAt", Instant.now().toString());
        ObjectNode byId = cloud.putObject("tables");
        tables.forEach(byId::put);
        state.announce(cloud);
    }

    private void beginStop() {
        Thread.ofPlatform().name("stop-local-cloud").start(this::stopQuietly);
    }

    private void stopQuietly() {
        try {
            close();
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage() + ": " + Arrays.toString(e.getSuppressed()));
        }
    }

    private void awaitUninterruptibly() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
        } catch (IllegalStateException e) {
            return; // The JVM is on its way down.
        }
    }

    private Map<String, Path> unpack(CloudTemplate template, CloudOptions options) {
        Path file = options.template().toAbsolutePath();
        Map<String, Path> packages = new LinkedHashMap<>();
        template.functions()
                .forEach((id, function) -> packages.put(
                        id,
                        FunctionPackage.unpacked(
                                options.functionPackage().orElseGet(() -> file.resolveSibling(function.codeUri())),
                                state.packages())));
        FunctionPackage.forgetOthers(state.packages(), packages.values());
        return packages;
    }

    private DynamoDbRefusals refusals(DynamoDbClient client) {
        String table = tables.get("RefusedEventsTable");
        if (table == null) {
            throw new IllegalStateException("The template has no RefusedEventsTable for what the door refuses");
        }
        DynamoDbEnhancedClient enhanced =
                DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
        return new DynamoDbRefusals(enhanced, table, new StoreMeter());
    }

    private static Duration since(Instant start) {
        return Duration.between(start, Instant.now());
    }

    private static ObjectNode drop(FunctionPool pool, long seed) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().putNull("killed");
        pool.killOne(seed)
                .ifPresent(killed -> answer.put("killed", killed.function()).put("pid", killed.pid()));
        return answer;
    }

    /** A door that waits for long looks to its senders like one that is gone; told to come again, they do. */
    private static DynamoDbClient doorClient(URI endpoint) {
        return builder(endpoint)
                .overrideConfiguration(settings -> settings.apiCallTimeout(DOOR_TIMEOUT))
                .build();
    }

    private static String only(String what, Map<String, ?> resources) {
        if (resources.size() != 1) {
            throw new IllegalStateException("The door wants one " + what + ", the template has " + resources.keySet());
        }
        return resources.keySet().iterator().next();
    }

    private static Map<String, String> names(Map<String, TableSpec> tables) {
        Map<String, String> names = new LinkedHashMap<>();
        tables.forEach((id, table) -> names.put(id, table.name()));
        return Map.copyOf(names);
    }

    /** Of a DynamoDB Local; whoever makes it closes it. */
    public static DynamoDbClient client(URI endpoint) {
        return builder(endpoint).build();
    }

    private static DynamoDbClientBuilder builder(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder());
    }

    /** Of a DynamoDB Local; whoever makes it closes it. */
    static DynamoDbStreamsClient streamsClient(URI endpoint) {
        return DynamoDbStreamsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
