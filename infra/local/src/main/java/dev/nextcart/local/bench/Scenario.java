package dev.nextcart.local.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Something a function is asked to do again and again.
 *
 * @param name in summaries: a contract
 * @param handler the function's
 */
record Scenario(String name, String handler, int batchSize, Traffic traffic) {
    static final String CLICKSTREAM = "clickstream-events";
    static final String ORDERS = "order-events";
    static final String REVIEWS = "review-events";
    private static final int BATCH_SIZE = 100;
    private static final Duration CLICK_EVERY = Duration.ofSeconds(1);

    /** Some 300 orders a day. A rollup is made from all lines of its bucket, so it matters how full a day is. */
    private static final Duration ORDER_EVERY = Duration.ofMinutes(5);

    /**
     * Every one, so that its last event has just happened.
     *
     * @param batches how many each will be asked for
     */
    static List<Scenario> all(int batches, Instant now) {
        return List.of(clicks(5, batches, now), clicks(50, batches, now), orders(50, batches, now));
    }

    private static Scenario clicks(int shoppers, int batches, Instant now) {
        String name = "clicks" + BATCH_SIZE + "over" + shoppers;
        return new Scenario(name, CLICKSTREAM, BATCH_SIZE, clicks(name, shoppers, batches, now));
    }

    private static Traffic clicks(String name, int shoppers, int batches, Instant now) {
        Instant start = now.minus(CLICK_EVERY.multipliedBy((long) batches * BATCH_SIZE));
        return new Clicks(new Crowd(name, BATCH_SIZE, shoppers, start, CLICK_EVERY));
    }

    private static Scenario orders(int shoppers, int batches, Instant now) {
        String name = "orders" + BATCH_SIZE + "over" + shoppers;
        Crowd crowd = new Crowd(
                name,
                BATCH_SIZE,
                shoppers,
                now.minus(ORDER_EVERY.multipliedBy((long) batches * BATCH_SIZE)),
                ORDER_EVERY);
        return new Scenario(name, ORDERS, BATCH_SIZE, new Orders(crowd));
    }
}
