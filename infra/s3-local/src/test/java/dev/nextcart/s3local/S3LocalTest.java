package dev.nextcart.s3local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

@SuppressWarnings("NullAway.Init")
class S3LocalTest extends ConditionalPutContract {
    private static S3Local local;
    private static S3Client client;

    @TempDir
    private static Path root;

    @BeforeAll
    static void start() {
        local = S3Local.start(new ObjectFolders(root, Set.of(BUCKET)));
        client = client(local.endpoint());
    }

    @AfterAll
    static void stop() {
        client.close();
        local.close();
    }

    @Override
    S3Client s3() {
        return client;
    }

    @Test
    void an_object_is_a_file_under_its_bucket() throws Exception {
        put("events/day=2026-11-24/one.jsonl", "{}\n");

        assertEquals("{}\n", Files.readString(root.resolve("archive/events/day=2026-11-24/one.jsonl")));
        s3().deleteObject(delete -> delete.bucket(BUCKET).key("events/day=2026-11-24/one.jsonl"));
        assertFalse(Files.exists(root.resolve("archive/events")));
    }

    @Test
    void no_key_leads_out_of_its_bucket() {
        for (String key : new String[] {"../out", "a/../../out", "a//b", "./a", "a\\..\\b"}) {
            S3Exception refused = assertThrows(
                    S3Exception.class,
                    () -> s3().putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString("x")),
                    key);
            assertTrue(refused.statusCode() >= 400 && refused.statusCode() < 500, key + " " + refused.statusCode());
        }
        assertFalse(Files.exists(root.resolve("out")));
    }

    @Test
    void what_it_does_not_know_it_says() throws Exception {
        put("unknown/one", "text");

        S3Exception ranged = assertThrows(
                S3Exception.class,
                () -> s3().getObjectAsBytes(
                                get -> get.bucket(BUCKET).key("unknown/one").range("bytes=0-1")));
        S3Exception copied = assertThrows(
                S3Exception.class,
                () -> s3().copyObject(copy -> copy.sourceBucket(BUCKET)
                        .sourceKey("unknown/one")
                        .destinationBucket(BUCKET)
                        .destinationKey("unknown/two")));

        assertEquals("NotImplemented", ranged.awsErrorDetails().errorCode());
        assertEquals("NotImplemented", copied.awsErrorDetails().errorCode());
        assertEquals(501, get("/archive?acl").statusCode());
        assertEquals(501, get("/archive").statusCode());
        assertEquals(501, get("/").statusCode());
        assertEquals(400, get("/archive?list-type=2&max-keys=many").statusCode());
        assertEquals(400, get("/archive?list-type=2&continuation-token=%25%25").statusCode());
    }

    @Test
    void a_body_that_breaks_off_or_is_not_what_its_sum_says_changes_nothing() throws Exception {
        put("chunks/one", "as it was");

        assertEquals(400, putChunks("5\r\nab").statusCode());
        assertEquals(400, putChunks("zz\r\n").statusCode());
        assertEquals(
                400,
                putChunks("2\r\nab\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n")
                        .statusCode());
        assertEquals("as it was", text("chunks/one"));

        assertEquals(
                200,
                putChunks("2\r\nab\r\n1;chunk-signature=1\r\nc\r\n0\r\n\r\n").statusCode());
        assertEquals("abc", text("chunks/one"));
    }

    @Test
    void a_crash_half_way_leaves_no_object_and_the_next_start_sweeps_up(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve(".half"));
        Files.writeString(folder.resolve(".half/written-half"), "ab");

        ObjectFolders folders = new ObjectFolders(folder, Set.of(BUCKET));
        folders.put(BUCKET, "one", new ByteArrayInputStream(new byte[] {1}), Condition.NONE);

        assertEquals(Set.of("one"), folders.keys(BUCKET, ""));
        try (var left = Files.list(folder.resolve(".half"))) {
            assertEquals(0, left.count());
        }
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(local.endpoint() + path)).build());
    }

    private static HttpResponse<String> putChunks(String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(local.endpoint() + "/archive/chunks/one"))
                .header("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER")
                .PUT(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.US_ASCII))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
