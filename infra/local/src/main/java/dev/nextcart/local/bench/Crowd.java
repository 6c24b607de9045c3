package dev.nextcart.local.bench;

import dev.nextcart.domain.event.Origin;
import dev.nextcart.domain.event.ShopperId;
import java.time.Duration;
import java.time.Instant;

/**
 * Who comes, and when: the events of a batch go round so many shoppers, and every {@value #ROUND}th batch has the same ones, so that
 * after as many batches a benchmark meets profiles and no longer makes them.
 *
 * @param name told apart from other crowds of the same tables by it
 * @param start when the first event happens
 * @param every how long after it the next one does
 */
record Crowd(String name, int batchSize, int shoppersPerBatch, Instant start, Duration every) {
    /** Batches until the same shoppers come again. */
    static final int ROUND = 10;

    ShopperId shopper(int batch, int place) {
        return new ShopperId("%s-%02d-%02d".formatted(name, batch % ROUND, place % shoppersPerBatch));
    }

    Origin origin(int batch, int place) {
        long number = (long) batch * batchSize + place;
        return new Origin("%s-%08d".formatted(name, number), start.plus(every.multipliedBy(number)));
    }
}
