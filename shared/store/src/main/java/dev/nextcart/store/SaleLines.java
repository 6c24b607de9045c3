package dev.nextcart.store;

import dev.nextcart.domain.event.StoreBusyException;
import dev.nextcart.domain.ledger.DayBucket;
import dev.nextcart.domain.ledger.SaleLine;
import dev.nextcart.domain.profile.ProfileFolding.Backoff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchWriteItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchWriteResult;
import software.amazon.awssdk.enhanced.dynamodb.model.Page;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.WriteBatch;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** The lines of the sales table: put in batches, read by bucket. */
final class SaleLines {
    /** Puts that one BatchWriteItem takes (DynamoDB quotas, read 2026-11). */
    private static final int BATCH_PUTS = 25;

    private final DynamoDbEnhancedClient client;
    private final DynamoDbTable<SaleLineRow> table;
    private final StoreMeter meter;
    private final Executor executor;
    private final Unprocessed unprocessed;

    SaleLines(DynamoDbEnhancedClient client, String table, StoreMeter meter, Executor executor, Backoff backoff) {
        this.client = client;
        this.table = client.table(table, SaleLineRow.schema());
        this.meter = meter;
        this.executor = executor;
        this.unprocessed = new Unprocessed(backoff);
    }

    /**
     * Puts rows, each key at most once among them.
     *
     * @return why, for each key that may not be durable; usually empty
     */
    Map<SaleKey, String> put(List<SaleLineRow> rows) {
        Map<SaleKey, String> undone = new ConcurrentHashMap<>();
        Concurrently.forEach(Chunks.of(rows, BATCH_PUTS), executor, chunk -> put(chunk, undone));
        return undone;
    }

    /** All lines of a bucket: every one that was durable before the call, perhaps some that came during it. */
    List<SaleLine> of(DayBucket bucket) {
        Key prefix = Key.builder()
                .partitionValue(SaleKey.ofRollup(bucket).bucket())
                .sortValue(SaleKey.LINE_PREFIX)
                .build();
        QueryEnhancedRequest request = QueryEnhancedRequest.builder()
                .queryConditional(QueryConditional.sortBeginsWith(prefix))
                .consistentRead(true)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
        return DynamoDbCall.orBusy("read a bucket's lines in " + table.tableName(), () -> {
            List<SaleLine> lines = new ArrayList<>();
            for (Page<SaleLineRow> page : table.query(request)) {
                meter.request();
                meter.read(page.consumedCapacity());
                page.items().forEach(row -> lines.add(row.line()));
            }
            return lines;
        });
    }

    private void put(List<SaleLineRow> rows, Map<SaleKey, String> undone) {
        try {
            unprocessed
                    .retry(rows, this::putOnce)
                    .forEach(row -> undone.put(
                            row.key(), what() + ": unprocessed after " + Unprocessed.MAX_ATTEMPTS + " attempts"));
        } catch (StoreBusyException e) {
            rows.forEach(row -> undone.put(row.key(), e.reason()));
        }
    }

    private List<SaleLineRow> putOnce(List<SaleLineRow> rows) {
        WriteBatch.Builder<SaleLineRow> batch =
                WriteBatch.builder(SaleLineRow.class).mappedTableResource(table);
        rows.forEach(batch::addPutItem);
        BatchWriteItemEnhancedRequest request = BatchWriteItemEnhancedRequest.builder()
                .addWriteBatch(batch.build())
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
        meter.request();
        BatchWriteResult result = DynamoDbCall.orBusy(what(), () -> client.batchWriteItem(request));
        result.consumedCapacity().forEach(meter::wrote);
        return result.unprocessedPutItemsForTable(table);
    }

    private String what() {
        return "put lines in " + table.tableName();
    }
}
