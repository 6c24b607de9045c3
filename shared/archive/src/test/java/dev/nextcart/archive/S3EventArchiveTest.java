package dev.nextcart.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.StoreBusyException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

@SuppressWarnings("NullAway.Init")
class S3EventArchiveTest {
    private static final ShopperId ANN = new ShopperId("ann");
    private static final String ANNS = "{\"eventId\":\"1\",\"shopperId\":\"ann\",\"productId\":\"cup\"}";
    private static final String BOBS = "{\"eventId\":\"2\",\"shopperId\":\"bob\",\"productId\":\"ann\"}";
    private static final String GUESTS = "{\"eventId\":\"3\",\"orderId\":\"o-ann\"}";

    @TempDir
    private Path folder;

    private SmallBucket bucket;
    private S3EventArchive archive;
    private final AtomicReference<Runnable> beforePut = new AtomicReference<>(() -> {});

    @BeforeEach
    void open() {
        bucket = new SmallBucket(folder, new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                if (context.request() instanceof PutObjectRequest put && put.ifMatch() != null) {
                    beforePut.getAndSet(() -> {}).run();
                }
            }
        });
        archive = new S3EventArchive(bucket.client(), SmallBucket.NAME, bucket.threads());
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    @Test
    void a_shopper_goes_and_all_others_stay_byte_for_byte() {
        bucket.putEvents("day=2026-11-23/a.jsonl.gz", ANNS, BOBS, GUESTS, ANNS);
        bucket.putEvents("day=2026-11-24/b.jsonl.gz", BOBS, "no json at all");
        bucket.putEvents("day=2026-11-24/c.jsonl.gz", ANNS);
        byte[] untouched = bucket.get("events/day=2026-11-24/b.jsonl.gz");

        assertEquals(3, archive.count(ANN));
        archive.erase(ANN);

        assertEquals(0, archive.count(ANN));
        assertEquals(List.of(BOBS, GUESTS), bucket.events("day=2026-11-23/a.jsonl.gz"));
        assertArrayEquals(untouched, bucket.get("events/day=2026-11-24/b.jsonl.gz"));
        assertEquals(
                List.of("events/day=2026-11-23/a.jsonl.gz", "events/day=2026-11-24/b.jsonl.gz"),
                bucket.keys("events/"));
        archive.erase(ANN);
        assertEquals(List.of(BOBS, GUESTS), bucket.events("day=2026-11-23/a.jsonl.gz"));
    }

    @Test
    void an_id_is_found_however_the_record_spells_it() {
        bucket.putEvents(
                "day=2026-11-23/a.jsonl.gz",
                BOBS,
                "{\"shopperId\":\"\\u0061nn\"}",
                "{\n  \"shopperId\" : \"ann\",\n  \"lines\": [\n  ]\n}",
                "{\"shopperId\":\"ann\",\"broken\":",
                "{\"detail\":{\"shopperId\":\"ann\"}}");

        assertEquals(4, archive.count(ANN));
        archive.erase(ANN);

        assertEquals(List.of(BOBS), bucket.events("day=2026-11-23/a.jsonl.gz"));
    }

    @Test
    void a_longer_id_that_begins_alike_is_another_shopper() {
        bucket.putEvents("day=2026-11-23/a.jsonl.gz", ANNS.replace("\"ann\"", "\"anna\""));

        assertEquals(0, archive.count(ANN));
    }

    @Test
    void two_erasures_of_one_object_do_not_undo_each_other() {
        bucket.putEvents("day=2026-11-23/a.jsonl.gz", ANNS, BOBS, GUESTS);
        beforePut.set(() -> archive.erase(new ShopperId("bob")));

        archive.erase(ANN);

        assertEquals(List.of(GUESTS), bucket.events("day=2026-11-23/a.jsonl.gz"));
    }

    @Test
    void an_object_that_somebody_else_deleted_meanwhile_stays_deleted() {
        bucket.putEvents("day=2026-11-23/a.jsonl.gz", ANNS, BOBS);
        beforePut.set(() -> bucket.client()
                .deleteObject(delete -> delete.bucket(SmallBucket.NAME).key("events/day=2026-11-23/a.jsonl.gz")));

        archive.erase(ANN);

        assertEquals(List.of(), bucket.keys("events/"));
    }

    @Test
    void a_crash_half_way_is_finished_by_the_next_try() {
        List<String> keys = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            keys.add("day=2026-11-23/" + (char) ('a' + number) + ".jsonl.gz");
            bucket.putEvents(keys.getLast(), ANNS, BOBS);
        }
        AtomicInteger puts = new AtomicInteger();
        beforePut.set(() -> {
            puts.incrementAndGet();
            throw new IllegalStateException("the process died here");
        });

        assertThrows(IllegalStateException.class, () -> archive.erase(ANN));
        assertEquals(1, puts.get());
        archive.erase(ANN);

        keys.forEach(key -> assertEquals(List.of(BOBS), bucket.events(key)));
    }

    @Test
    void an_archive_out_of_reach_is_busy() {
        bucket.putEvents("day=2026-11-23/a.jsonl.gz", ANNS);
        bucket.close();

        assertThrows(StoreBusyException.class, () -> archive.count(ANN));
    }

    @Test
    void records_of_failed_invocations_forget_too() {
        bucket.put("aws/lambda/esm/shardId-0/2026/11/24/one", failure("ann", ANNS, "bob", BOBS, "-", "no json"));
        bucket.put("aws/lambda/esm/shardId-0/2026/11/24/two", failure("ann", ANNS));
        bucket.put("aws/lambda/esm/shardId-0/2026/11/24/three", failure("bob", BOBS.replace("ann", "cup")));

        assertEquals(2, archive.count(ANN), "bob's record that names a product of her name is bob's");
        archive.erase(ANN);

        assertEquals(0, archive.count(ANN));
        assertEquals(
                List.of("aws/lambda/esm/shardId-0/2026/11/24/one", "aws/lambda/esm/shardId-0/2026/11/24/three"),
                bucket.keys("aws/lambda/"));
        String left = new String(bucket.get("aws/lambda/esm/shardId-0/2026/11/24/one"), StandardCharsets.UTF_8);
        assertTrue(left.contains("KinesisBatchInfo") && left.contains(base64("no json")), left);
        assertTrue(left.contains(base64(BOBS)), left);
        assertTrue(!left.contains("ann") && !left.contains(base64(ANNS)), left);
    }

    @Test
    void the_proof_is_one_command_even_for_an_id_that_a_shell_would_read() {
        String proof = archive.proof(new ShopperId("o'neil; rm -rf /"));

        assertTrue(proof.contains("'\"o'\\''neil; rm -rf /\"'"), proof);
        assertTrue(proof.contains("shop-archive"), proof);
    }

    private static byte[] failure(String... keysAndData) {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < keysAndData.length; i += 2) {
            records.append(i == 0 ? "" : ",")
                    .append("{\\\"kinesis\\\":{\\\"partitionKey\\\":\\\"")
                    .append(keysAndData[i])
                    .append("\\\",\\\"data\\\":\\\"")
                    .append(base64(keysAndData[i + 1]))
                    .append("\\\"}}");
        }
        return ("{\"version\":\"1.0\",\"KinesisBatchInfo\":{\"batchSize\":" + keysAndData.length / 2
                        + "},\"payload\":\"{\\\"Records\\\":[" + records + "]}\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
