package dev.nextcart.store;

import dev.nextcart.domain.erasure.ErasableStore;
import dev.nextcart.domain.event.ShopperId;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/** The late events, to be forgotten by shopper. None is added once the shopper's tombstone stands. */
public final class DynamoDbErasableLateEvents implements ErasableStore {
    private final String table;
    private final Partition<LateEventRow> rows;

    public DynamoDbErasableLateEvents(DynamoDbEnhancedClient client, String table, StoreMeter meter) {
        this.table = table;
        this.rows = new Partition<>(client.table(table, LateEventRow.schema()), meter);
    }

    @Override
    public String name() {
        return "late-events";
    }

    @Override
    public long count(ShopperId shopper) {
        AtomicLong count = new AtomicLong();
        rows.forEachPage(shopper.value(), page -> count.addAndGet(page.size()));
        return count.get();
    }

    @Override
    public void erase(ShopperId shopper) {
        rows.forEachPage(shopper.value(), page -> page.forEach(row -> rows.delete(row.shopperId(), row.eventId())));
    }

    @Override
    public String proof(ShopperId shopper) {
        return AwsCommand.query(table, LateEventRow.SHOPPER_ID, shopper.value());
    }
}
