package dev.nextcart.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.nextcart.domain.catalogue.CatalogueKeeping;
import dev.nextcart.domain.erasure.Erasure;
import dev.nextcart.domain.event.Fate;
import dev.nextcart.domain.event.InvalidEventException;
import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.Refusals.Refusal;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperErased;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.domain.profile.ProfileFolding;
import dev.nextcart.local.client.CloudFile;
import dev.nextcart.local.privacy.Forgotten;
import dev.nextcart.local.privacy.JournalScrub;
import dev.nextcart.local.usage.FunctionUse;
import dev.nextcart.local.usage.TableUse;
import dev.nextcart.local.usage.Usage;
import dev.nextcart.store.DynamoDbCatalogue;
import dev.nextcart.store.DynamoDbErasableLateEvents;
import dev.nextcart.store.DynamoDbErasableRefusals;
import dev.nextcart.store.DynamoDbLateEvents;
import dev.nextcart.store.DynamoDbProfileStore;
import dev.nextcart.store.DynamoDbRefusals;
import dev.nextcart.store.DynamoDbSalesLedger;
import dev.nextcart.store.DynamoDbTombstones;
import dev.nextcart.store.StoreMeter;
import dev.nextcart.testkit.LocalTables;
import dev.nextcart.testkit.SharedDynamoDb;
import dev.nextcart.wire.EventReader;
import dev.nextcart.wire.EventWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/** The control API over the real stores, without functions: events are folded before their receipts are given. */
final class StandInCloud implements CloudStarter.Started {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SCHEDULES = """
            {"schedules":[{"name":"SweepDaily","function":"nextcart-sweep","expression":"cron(0 3 * * ? *)",
              "enabled":true,"next":"2026-11-25T03:00:00Z","invocations":2,"failures":1,"givenUp":0}]}
            """;

    private final HttpServer server;
    private final Path state;
    private final LocalTables tables = LocalTables.create(SharedDynamoDb.client());
    private final EventReader reader = new EventReader(InstantSource.system());
    private final ProfileFolding folding;
    private final DynamoDbSalesLedger ledger;
    private final CatalogueKeeping catalogue;
    private final DynamoDbRefusals refusals;
    private final Erasure erasure;
    private final Forgotten forgotten = new Forgotten();
    private final StoreMeter meter = new StoreMeter();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final StandInDeadLetters deadLetters;
    private long tickets;
    private boolean forgetful;

    StandInCloud(Path state) throws IOException {
        this.state = Files.createDirectories(state);
        DynamoDbEnhancedClient client = DynamoDbEnhancedClient.builder()
                .dynamoDbClient(SharedDynamoDb.client())
                .build();
        folding = new ProfileFolding(
                new DynamoDbProfileStore(client, tables.profiles(), meter, tries -> {}, InstantSource.system()),
                new DynamoDbLateEvents(client, tables.lateEvents(), tables.profiles(), meter, InstantSource.system()),
                Runnable::run,
                tries -> {});
        ledger = new DynamoDbSalesLedger(client, tables.sales(), meter, Runnable::run, tries -> {});
        refusals =
                new DynamoDbRefusals(client, tables.refusedEvents(), tables.profiles(), meter, InstantSource.system());
        catalogue = new CatalogueKeeping(new DynamoDbCatalogue(client, tables.catalogue(), meter), Runnable::run);
        erasure = new Erasure(
                new DynamoDbTombstones(client, tables.profiles(), meter, InstantSource.system()),
                List.of(
                        new DynamoDbErasableLateEvents(client, tables.lateEvents(), meter),
                        new DynamoDbErasableRefusals(client, tables.refusedEvents(), meter)),
                tries -> {});
        Files.writeString(journal(), "");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/events", exchange -> answer(exchange, take(exchange)));
        server.createContext("/status", exchange -> answer(exchange, status()));
        server.createContext("/usage", exchange -> answer(exchange, usage()));
        server.createContext("/faults/drop", exchange -> answer(exchange, "{\"killed\":\"order-events\",\"pid\":1}"));
        server.createContext("/archive/flush", exchange -> answer(exchange, "{\"flushed\":true}"));
        deadLetters = new StandInDeadLetters(this::takeAgain);
        server.createContext("/dead-letters", exchange -> answer(exchange, deadLetters.answer(exchange)));
        server.createContext("/schedules", exchange -> answer(exchange, SCHEDULES));
        server.createContext("/schedules/run", exchange -> answer(exchange, runSchedule(exchange)));
        server.createContext("/journal/forget", exchange -> answer(exchange, forget(exchange)));
        server.start();
        announce();
    }

    /** An event that was handed in and lies in the dead-letter queue of orders; its id there. */
    String giveUp(String event) throws IOException {
        journal(JSON.createObjectNode().put("event", event).put("ticket", ++tickets));
        return deadLetters.add(event);
    }

    /** From now on it takes events and loses them. */
    void forgetEvents() {
        forgetful = true;
    }

    private Path journal() {
        return state.resolve("journal.jsonl");
    }

    private void announce() throws IOException {
        ObjectNode cloud = JSON.createObjectNode()
                .put("pid", ProcessHandle.current().pid())
                .put("controlUrl", "http://127.0.0.1:" + server.getAddress().getPort())
                .put("dynamoDbUrl", SharedDynamoDb.endpoint().toString())
                .put("journal", journal().toString())
                .put("s3Url", "http://127.0.0.1:1")
                .put("s3Folder", state.resolve("s3").toString());
        cloud.putObject("tables")
                .put("ProfilesTable", tables.profiles())
                .put("LateEventsTable", tables.lateEvents())
                .put("RefusedEventsTable", tables.refusedEvents())
                .put("SalesTable", tables.sales())
                .put("CatalogueTable", tables.catalogue());
        Files.writeString(state.resolve(CloudFile.NAME), cloud.toString());
    }

    private String take(HttpExchange exchange) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        List<ShopEvent> taken = new ArrayList<>();
        for (var event : JSON.readTree(exchange.getRequestBody()).path("events")) {
            ObjectNode receipt = take(event.textValue(), taken);
            answer.withArray("results").add(receipt.deepCopy());
            journal(receipt.put("event", event.textValue()));
        }
        JournalScrub.scrub(journal(), forgotten, InstantSource.system());
        if (!forgetful) {
            count(taken);
        }
        return answer.toString();
    }

    /** An event from the dead letters: moved back, or mended in the place of one that is withdrawn. */
    private ObjectNode takeAgain(String event, Optional<String> inPlaceOf) throws IOException {
        List<ShopEvent> taken = new ArrayList<>();
        ObjectNode receipt = take(event, taken);
        count(taken);
        if (inPlaceOf.isPresent()) {
            journal(receipt.deepCopy().put("event", event));
            journal(JSON.createObjectNode().put("event", inPlaceOf.get()).put("withdrawn", true));
        }
        return receipt;
    }

    private void journal(ObjectNode line) throws IOException {
        Files.writeString(journal(), line + "\n", StandardOpenOption.APPEND);
    }

    private ObjectNode take(String text, List<ShopEvent> taken) {
        ObjectNode receipt = JSON.createObjectNode();
        try {
            taken.add(reader.read(text));
            return receipt.put("ticket", ++tickets);
        } catch (InvalidEventException e) {
            refusals.refuse(new Refusal(
                    "door", "m", e.reason(), text, InstantSource.system().instant()));
            return receipt.put("refused", e.reason());
        }
    }

    private String forget(HttpExchange exchange) throws IOException {
        for (var key : JSON.readTree(exchange.getRequestBody()).path("shopperKeys")) {
            forgotten.add(List.of(new ShopperKey(key.textValue())));
        }
        long lines = JournalScrub.scrub(journal(), forgotten, InstantSource.system());
        return JSON.createObjectNode().put("lines", lines).toString();
    }

    private void count(List<ShopEvent> events) {
        for (ShopEvent event : events) {
            if (event instanceof ShopperErased request) {
                erasure.erase(request.shopperId(), Instant.now());
            }
        }
        ledger.record(events.stream()
                .filter(OrderEvent.class::isInstance)
                .map(OrderEvent.class::cast)
                .toList());
        catalogue.keep(events.stream()
                .filter(ProductChanged.class::isInstance)
                .map(ProductChanged.class::cast)
                .toList());
        List<ShopEvent> ofProfiles = events.stream()
                .filter(event -> event.shopper().isPresent() && Profile.STREAMS.contains(event.stream()))
                .toList();
        List<Fate> fates = folding.fold(ofProfiles);
        for (int place = 0; place < fates.size(); place++) {
            ShopEvent event = ofProfiles.get(place);
            if (fates.get(place) instanceof Fate.Erased) {
                refusals.withhold(
                        new Refusal("stand-in", "m", "erased", new EventWriter().write(event), Instant.now()),
                        ShopperKey.of(event.shopper().orElseThrow()));
            }
        }
    }

    private static String runSchedule(HttpExchange exchange) throws IOException {
        String name = JSON.readTree(exchange.getRequestBody()).path("name").asText();
        ObjectNode answer = JSON.createObjectNode().put("schedule", name);
        return (name.equals("SweepDaily")
                        ? answer.put("answer", "{\"swept\":3}")
                        : answer.put("error", "Runtime.ExitError: boom").put("retried", true))
                .toString();
    }

    private String status() {
        ObjectNode status = JSON.createObjectNode();
        status.put("upSeconds", 10).putObject("outstanding").put("count", 0);
        status.putObject("queues")
                .putObject("nextcart-orders")
                .put("visible", 0)
                .put("accepted", tickets);
        status.putObject("metrics")
                .put("WriteUnits", meter.snapshot().writeUnits())
                .put("DynamoDbRequests", meter.snapshot().requests());
        return status.toString();
    }

    /** As if one function had done it all, without time to speak of. */
    private String usage() {
        SortedMap<String, TableUse> used = new TreeMap<>();
        meter.byTable()
                .forEach((table, units) ->
                        used.put(table, new TableUse(units.readUnits(), units.writeUnits(), units.turnedAway())));
        return new Usage(
                        new TreeMap<>(Map.of("all-events", new FunctionUse(1_024, tickets, tickets, 0, 0, 0, used))),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        tickets)
                .json()
                .toString();
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }

    @Override
    public void close() {
        server.stop(0);
        stopped.countDown();
        try {
            Files.deleteIfExists(state.resolve(CloudFile.NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
