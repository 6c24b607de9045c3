package dev.nextcart.local.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.local.usage.FunctionUse;
import dev.nextcart.local.usage.QueueUse;
import dev.nextcart.local.usage.StreamUse;
import dev.nextcart.local.usage.TableUse;
import dev.nextcart.local.usage.Usage;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Prices here are round, so that every figure can be worked out by hand. */
class CostEstimateTest {
    private static final double CENT_OF_A_CENT = 1e-4;
    private static final CostTerms TERMS = new CostTerms("arm64", OptionalInt.empty(), 10);

    /** 2,000 events, so a million is 500 times as much. */
    private static final LastReplay REPLAY = new LastReplay("a shop", "2026-11-24T12:00:00Z", 2_000, usage());

    private static Usage usage() {
        FunctionUse orders = new FunctionUse(
                1_024,
                40,
                3_000,
                2,
                1_000,
                8_000,
                new TreeMap<>(Map.of("profiles", new TableUse(300.5, 900, 100), "sales", new TableUse(0, 5_000, 0))));
        FunctionUse clicks =
                new FunctionUse(2_048, 10, 500, 0, 0, 0, new TreeMap<>(Map.of("profiles", new TableUse(99.5, 0, 0))));
        return new Usage(
                new TreeMap<>(Map.of("order-events", orders, "clicks-events", clicks)),
                new TreeMap<>(Map.of("orders", new QueueUse(1_500, 150, 150), "dead", new QueueUse(0, 0, 0))),
                new TreeMap<>(Map.of("clicks", new StreamUse(2, 168, 450, 500))),
                1_500);
    }

    private static PriceTable prices(String... without) {
        SortedMap<String, Price> prices = new TreeMap<>();
        for (Object[] price : new Object[][] {
            {"lambda.requests", 0.20, 1e6},
            {"lambda.duration.arm64", 0.01, 1.0},
            {"lambda.duration.x86_64", 0.02, 1.0},
            {"logs.ingestion", 0.50, 1e9},
            {"dynamodb.writeUnits", 0.625, 1e6},
            {"dynamodb.readUnits", 0.125, 1e6},
            {"sqs.requests", 0.40, 1e6},
            {"eventbridge.events", 1.00, 1e6},
            {"kinesis.putUnits", 0.014, 1e6},
            {"kinesis.shardHours", 0.015, 1.0},
            {"kinesis.extendedRetention", 0.02, 1.0}
        }) {
            String key = (String) price[0];
            prices.put(key, new Price(key, (double) price[1], (double) price[2], "things", "a page"));
        }
        for (String key : without) {
            prices.remove(key);
        }
        return new PriceTable(Path.of("prices.json"), "us-east-1", "2026-11-24", prices);
    }

    @Test
    void a_function_costs_its_invocations_its_gigabyte_seconds_with_starts_and_its_logs() {
        CostEstimate cost = CostEstimate.of(REPLAY, prices(), TERMS);

        // 40 * 500 = 20,000 invocations at 0.20 a million; 1 GB * (3 s + 1 s) * 500 = 2,000 GB-s at 0.01;
        // 8,000 * 500 = 4 MB at 0.50 a GB.
        assertUsd(0.004, cost, "order-events", "lambda.requests");
        assertUsd(20, cost, "order-events", "lambda.duration.arm64");
        assertUsd(0.002, cost, "order-events", "logs.ingestion");
        // 2 GB * 0.5 s * 500 = 500 GB-s.
        assertUsd(5, cost, "clicks-events", "lambda.duration.arm64");
    }

    @Test
    void a_table_costs_its_units_and_one_for_each_write_turned_away() {
        CostEstimate cost = CostEstimate.of(REPLAY, prices(), TERMS);

        // (900 + 100) * 500 = 500,000 writes at 0.625 a million; (300.5 + 99.5) * 500 = 200,000 reads at 0.125.
        assertEquals(0.3125 + 0.025, cost.usd(line -> line.resource().equals("profiles")), CENT_OF_A_CENT);
        // 5,000 * 500 = 2,500,000 writes.
        assertEquals(1.5625, cost.usd(line -> line.resource().equals("sales")), CENT_OF_A_CENT);
        assertEquals(
                0.3125 + 300.5 * 500 * 0.125 / 1e6 + 1.5625,
                cost.usd(line ->
                        line.user().equals("order-events") && line.service().equals("dynamodb")),
                CENT_OF_A_CENT);
    }

    @Test
    void queues_bus_and_stream_cost_what_went_through_them_and_shards_the_hours() {
        CostEstimate cost = CostEstimate.of(REPLAY, prices(), TERMS);

        // 1,800 * 500 = 900,000 requests at 0.40; 1,500 * 500 = 750,000 events at 1.00; 500 * 500 units at 0.014.
        assertUsd(0.36, cost, "", "sqs.requests");
        assertUsd(0.75, cost, "", "eventbridge.events");
        assertUsd(0.0035, cost, "", "kinesis.putUnits");
        // 2 shards * 10 hours, kept for a week.
        assertUsd(0.30, cost, "", "kinesis.shardHours");
        assertUsd(0.40, cost, "", "kinesis.extendedRetention");
    }

    @Test
    void the_total_is_every_line_once() {
        CostEstimate cost = CostEstimate.of(REPLAY, prices(), TERMS);

        double byHand = 0.004
                + 20
                + 0.002 // order-events
                + 0.001
                + 5 // clicks-events: 10 * 500 invocations
                + 0.3125
                + 0.025
                + 1.5625 // tables
                + 0.36
                + 0.75
                + 0.0035
                + 0.30
                + 0.40;
        assertEquals(byHand, cost.usd(), CENT_OF_A_CENT);
    }

    @Test
    void another_memory_and_architecture_change_the_time_and_nothing_else() {
        CostEstimate arm = CostEstimate.of(REPLAY, prices(), TERMS);
        CostEstimate intel = CostEstimate.of(REPLAY, prices(), new CostTerms("x86_64", OptionalInt.of(512), 10));

        // Half the memory at twice the price, for the one; a quarter at twice, for the other.
        assertUsd(20, intel, "order-events", "lambda.duration.x86_64");
        assertUsd(2.5, intel, "clicks-events", "lambda.duration.x86_64");
        Predicate<CostLine> rest = line -> !line.price().key().startsWith("lambda.duration");
        assertEquals(arm.usd(rest), intel.usd(rest), CENT_OF_A_CENT);
    }

    @Test
    void a_missing_price_is_named_with_its_file_unless_nothing_needs_it() {
        CostException missing =
                assertThrows(CostException.class, () -> CostEstimate.of(REPLAY, prices("sqs.requests"), TERMS));

        assertTrue(
                String.valueOf(missing.getMessage()).startsWith("prices.json has no price \"sqs.requests\""),
                missing::getMessage);
        CostEstimate.of(REPLAY, prices("lambda.duration.x86_64"), TERMS);
    }

    @Test
    void a_replay_of_nothing_and_terms_that_nobody_offers_are_turned_away() {
        LastReplay nothing = new LastReplay("a shop", "2026-11-24T12:00:00Z", 0, usage());

        assertThrows(CostException.class, () -> CostEstimate.of(nothing, prices(), TERMS));
        assertThrows(CostException.class, () -> new CostTerms("arm64", OptionalInt.of(127), 1));
        assertThrows(CostException.class, () -> new CostTerms("arm64", OptionalInt.of(10_241), 1));
        assertThrows(CostException.class, () -> new CostTerms("arm64", OptionalInt.empty(), 0));
        assertThrows(CostException.class, () -> new CostTerms("arm64", OptionalInt.empty(), Double.NaN));
    }

    private static void assertUsd(double usd, CostEstimate cost, String user, String price) {
        assertEquals(
                usd,
                cost.usd(line -> line.user().equals(user) && line.price().key().equals(price)),
                CENT_OF_A_CENT,
                user + " " + price);
    }
}
