package dev.nextcart.local.tables;

import dev.nextcart.local.engine.TableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The stream of a table, as DynamoDB tells it. */
final class DynamoDbTableLog implements TableLog {
    private final DynamoDbStreamsClient client;
    private final String streamArn;
    private final ChangeJson json;

    /** @param streamArn as DynamoDB calls it */
    DynamoDbTableLog(DynamoDbStreamsClient client, String streamArn, ChangeJson json) {
        this.client = client;
        this.streamArn = streamArn;
        this.json = json;
    }

    @Override
    public List<ShardName> shards() {
        List<ShardName> shards = new ArrayList<>();
        String last = null;
        do {
            String from = last;
            StreamDescription page = client.describeStream(
                            request -> request.streamArn(streamArn).exclusiveStartShardId(from))
                    .streamDescription();
            page.shards()
                    .forEach(shard ->
                            shards.add(new ShardName(shard.shardId(), Optional.ofNullable(shard.parentShardId()))));
            last = page.lastEvaluatedShardId();
        } while (last != null);
        return shards;
    }

    @Override
    public String iterator(String shardId, Optional<String> after) {
        return client.getShardIterator(request -> {
                    request.streamArn(streamArn)
                            .shardId(shardId)
                            .shardIteratorType(
                                    after.isPresent()
                                            ? ShardIteratorType.AFTER_SEQUENCE_NUMBER
                                            : ShardIteratorType.TRIM_HORIZON);
                    after.ifPresent(request::sequenceNumber);
                })
                .shardIterator();
    }

    @Override
    public Page read(String shardId, String iterator) {
        try {
            GetRecordsResponse page = client.getRecords(request -> request.shardIterator(iterator));
            List<TableChange> changes = page.records().stream()
                    .map(record -> json.change(shardId, record))
                    .toList();
            return new Page(changes, Optional.ofNullable(page.nextShardIterator()));
        } catch (ExpiredIteratorException e) {
            throw new LostPlaceException(false, e);
        } catch (TrimmedDataAccessException e) {
            throw new LostPlaceException(true, e);
        }
    }
}
