package dev.nextcart.archive;

import dev.nextcart.domain.erasure.ErasableStore;
import dev.nextcart.domain.event.ShopperId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.ToLongFunction;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The archive in S3, as far as a shopper is to be forgotten in it: events under {@code events/}, and what the click
 * stream's source gave up under {@code aws/lambda/}. An object is read as a stream and put back without the shopper's
 * records, or deleted when nothing is left; objects are worked on a few at once. It reads the whole archive, which is
 * what keeping no index of shoppers costs.
 *
 * <p>What Firehose still buffers lands later; {@link ArchiveSweep} takes it out again.
 */
public final class S3EventArchive implements ErasableStore {
    private final ArchiveObjects objects;
    private final Executor calls;

    /** @param calls how many objects are worked on at once */
    public S3EventArchive(S3Client s3, String bucket, Executor calls) {
        this.objects = new ArchiveObjects(s3, bucket);
        this.calls = calls;
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public long count(ShopperId shopper) {
        Forgotten forgotten = new Forgotten.One(shopper);
        return walk(key -> objects.count(key, forgotten));
    }

    @Override
    public void erase(ShopperId shopper) {
        Forgotten forgotten = new Forgotten.One(shopper);
        walk(key -> objects.erase(key, forgotten));
    }

    @Override
    public String proof(ShopperId shopper) {
        String bucket = objects.bucket();
        return "aws s3api list-objects-v2 --bucket " + bucket + " --prefix " + ArchiveObjects.EVENTS
                + " --query 'Contents[].[Key]' --output text | while read -r key; do aws s3 cp \"s3://" + bucket
                + "/$key\" - | gunzip | grep -F " + Shell.quoted("\"" + shopper.value() + "\"") + "; done";
    }

    private long walk(ToLongFunction<String> work) {
        long[] sum = new long[1];
        for (String prefix : List.of(ArchiveObjects.EVENTS, ArchiveObjects.FAILURES)) {
            objects.forEachPage(
                    prefix,
                    Optional.empty(),
                    page -> sum[0] += AtOnce.sum(page, calls, (S3Object object) -> work.applyAsLong(object.key())));
        }
        return sum[0];
    }
}
