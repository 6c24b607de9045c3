package dev.nextcart.local.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;

/**
 * An S3 bucket as on-failure destination: one object per batch given up, its invocation record with the whole event as
 * {@code payload}, an escaped JSON string. Keys are those of "Retain discarded batch records for a Kinesis Data Streams
 * event source" (read 2026-11): {@code aws/lambda/<ESM-UUID>/<shardId>/YYYY-MM-DDTHH.MM.SS-<UUID>}. What cannot be
 * stored is dropped, as on AWS ({@code DestinationDeliveryFailures}), and logged.
 */
final class FailureBucket implements FailureOutlet {
    /** Before every key; no setting changes it. */
    static final String PREFIX = "aws/lambda/";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH.mm.ss").withZone(ZoneOffset.UTC);
    private static final Logger logger = System.getLogger(FailureBucket.class.getName());

    private final Landing landing;
    private final String bucket;
    private final UUID mapping;
    private final StreamFacts stream;
    private final Timeline timeline;
    private final Ids ids;

    /**
     * Makes one for one source.
     *
     * @param bucket its name
     * @param sourceId names the source among all of the template; its UUID follows from it
     */
    FailureBucket(Landing landing, String bucket, String sourceId, StreamFacts stream, Timeline timeline, Ids ids) {
        this.landing = landing;
        this.bucket = bucket;
        this.mapping = UUID.nameUUIDFromBytes(sourceId.getBytes(StandardCharsets.UTF_8));
        this.stream = stream;
        this.timeline = timeline;
        this.ids = ids;
    }

    @Override
    public void take(ObjectNode invocation, Piece piece, Map<String, String> reasons) {
        String shard = piece.records().getFirst().shardId();
        String key = PREFIX + mapping + "/" + shard + "/" + TIME.format(timeline.now()) + "-" + ids.next();
        invocation.put("payload", stream.json().write(piece.records()));
        try {
            landing.land(bucket, key, invocation.toString().getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            logger.log(
                    Level.ERROR, "What " + stream.name() + " gave up could not be stored and is lost: " + reasons, e);
        }
    }
}
