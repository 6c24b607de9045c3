package dev.nextcart.store;

import dev.nextcart.domain.erasure.ErasableStore;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/**
 * The refused messages that name a shopper, to be forgotten. What was refused because its shopper is erased stays: it
 * holds no payload.
 */
public final class DynamoDbErasableRefusals implements ErasableStore {
    private final String table;
    private final Partition<RefusedEventRow> rows;

    public DynamoDbErasableRefusals(DynamoDbEnhancedClient client, String table, StoreMeter meter) {
        this.table = table;
        this.rows = new Partition<>(client.table(table, RefusedEventRow.schema()), meter);
    }

    @Override
    public String name() {
        return "refused-events";
    }

    @Override
    public long count(ShopperId shopper) {
        AtomicLong count = new AtomicLong();
        forEach(shopper, row -> count.incrementAndGet());
        return count.get();
    }

    /** A message that names several shoppers lies under each; the others' rows go first, so that a crash loses none. */
    @Override
    public void erase(ShopperId shopper) {
        forEach(shopper, row -> {
            List<String> others = row.partitions().stream()
                    .filter(key -> !key.equals(row.partition()))
                    .toList();
            others.forEach(other -> rows.delete(other, row.refusalId()));
            rows.delete(row.partition(), row.refusalId());
        });
    }

    @Override
    public String proof(ShopperId shopper) {
        return AwsCommand.query(
                        table,
                        RefusedEventRow.SHOPPER_KEY,
                        ShopperKey.of(shopper).value())
                + " --filter-expression 'attribute_exists(payload) OR attribute_exists(payloadGzip)'";
    }

    private void forEach(ShopperId shopper, Consumer<RefusedEventRow> each) {
        rows.forEachPage(
                ShopperKey.of(shopper).value(),
                page -> page.stream().filter(row -> row.payload().isPresent()).forEach(each));
    }
}
