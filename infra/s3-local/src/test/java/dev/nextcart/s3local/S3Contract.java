package dev.nextcart.s3local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What Nextcart asks of S3, asked with the real client. Each test works under a prefix of its own. */
abstract class S3Contract {
    static final String BUCKET = "archive";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    abstract S3Client s3();

    static S3Client client(URI endpoint) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .forcePathStyle(true)
                .build();
    }

    @Test
    void what_was_put_is_got_byte_for_byte() {
        byte[] content = new byte[3_000_000];
        new Random(7).nextBytes(content);

        String told = s3().putObject(put -> put.bucket(BUCKET).key("bytes/big"), RequestBody.fromBytes(content))
                .eTag();

        var got = s3().getObjectAsBytes(get -> get.bucket(BUCKET).key("bytes/big"));
        assertArrayEquals(content, got.asByteArray());
        assertEquals(told, got.response().eTag());
        assertTrue(told.matches("\"[0-9a-f]{32}\""), told);
    }

    @Test
    void a_file_is_put_as_its_bytes() throws Exception {
        Path file = Files.writeString(folder.resolve("content"), "from a file");

        s3().putObject(put -> put.bucket(BUCKET).key("file/one"), file);

        assertEquals("from a file", text("file/one"));
    }

    @Test
    void an_empty_object_is_an_object() {
        s3().putObject(put -> put.bucket(BUCKET).key("empty/one"), RequestBody.empty());

        HeadObjectResponse head = s3().headObject(ask -> ask.bucket(BUCKET).key("empty/one"));
        assertEquals(0, head.contentLength());
        assertEquals("", text("empty/one"));
    }

    @Test
    void the_head_tells_size_version_and_time() {
        Instant before = Instant.now().minus(Duration.ofSeconds(2));
        String etag = put("head/one", "eleven chars");

        HeadObjectResponse head = s3().headObject(ask -> ask.bucket(BUCKET).key("head/one"));

        assertEquals(12, head.contentLength());
        assertEquals(etag, head.eTag());
        assertFalse(head.lastModified().isBefore(before), head.lastModified() + " is not after " + before);
    }

    @Test
    void a_later_put_replaces_an_earlier_one() {
        String first = put("again/one", "first");
        String second = put("again/one", "second");

        assertEquals("second", text("again/one"));
        assertNotEquals(first, second);
    }

    @Test
    void what_is_not_there_is_no_such_key() {
        var got = assertThrows(
                NoSuchKeyException.class,
                () -> s3().getObjectAsBytes(get -> get.bucket(BUCKET).key("none/at-all")));
        assertEquals(404, got.statusCode());
        assertThrows(
                NoSuchKeyException.class,
                () -> s3().headObject(ask -> ask.bucket(BUCKET).key("none/at-all")));
    }

    @Test
    void what_is_in_no_bucket_is_no_such_bucket() {
        assertThrows(
                NoSuchBucketException.class,
                () -> s3().listObjectsV2(list -> list.bucket("nobodys").prefix("x/")));
        assertThrows(
                NoSuchBucketException.class,
                () -> s3().putObject(put -> put.bucket("nobodys").key("x"), RequestBody.fromString("y")));
    }

    @Test
    void what_was_deleted_is_gone_and_may_be_deleted_again() {
        put("delete/one", "text");

        s3().deleteObject(delete -> delete.bucket(BUCKET).key("delete/one"));
        s3().deleteObject(delete -> delete.bucket(BUCKET).key("delete/one"));

        assertEquals(List.of(), keys("delete/"));
    }

    @Test
    void a_listing_has_the_keys_under_its_prefix_in_the_order_of_their_bytes() {
        List<String> keys =
                List.of("list/a", "list/a!b", "list/a/b", "list/b", "list/ü", "list/\uFF5E", "list/\uD83D\uDE00");
        keys.reversed().stream().filter(key -> !key.equals("list/a")).forEach(key -> put(key, key));
        put("list2/c", "not under it");

        assertEquals(keys.subList(1, keys.size()), keys("list/"));
        assertEquals(List.of("list/a!b", "list/a/b"), keys("list/a"));
        assertEquals(List.of(), keys("list/nothing"));
    }

    @Test
    void a_listing_goes_on_page_after_page() {
        List<String> keys = new ArrayList<>();
        for (int number = 10; number < 35; number++) {
            keys.add("pages/day=2026-11-" + number + "/x y+z&=.gz");
            put(keys.getLast(), "text");
        }

        List<String> listed = new ArrayList<>();
        int pages = 0;
        for (ListObjectsV2Response page : s3().listObjectsV2Paginator(
                        list -> list.bucket(BUCKET).prefix("pages/").maxKeys(10))) {
            page.contents().forEach(object -> listed.add(object.key()));
            pages++;
        }

        assertEquals(keys, listed);
        assertEquals(3, pages);
    }

    @Test
    void a_listing_may_start_after_a_key_and_tells_what_the_head_tells() {
        put("after/1", "one");
        String etag = put("after/2", "two!");

        List<S3Object> listed = s3().listObjectsV2(
                        list -> list.bucket(BUCKET).prefix("after/").startAfter("after/1"))
                .contents();

        assertEquals(List.of("after/2"), listed.stream().map(S3Object::key).toList());
        assertEquals(4, listed.getFirst().size());
        assertEquals(etag, listed.getFirst().eTag());
        Instant head = s3().headObject(ask -> ask.bucket(BUCKET).key("after/2")).lastModified();
        assertTrue(
                Duration.between(head, listed.getFirst().lastModified()).abs().compareTo(Duration.ofSeconds(1)) <= 0);
    }

    @Test
    void a_put_may_ask_that_nothing_be_there() {
        put("absent/one", "first");

        var refused = assertThrows(
                software.amazon.awssdk.services.s3.model.S3Exception.class,
                () -> s3().putObject(
                                put -> put.bucket(BUCKET).key("absent/one").ifNoneMatch("*"),
                                RequestBody.fromString("second")));
        s3().putObject(put -> put.bucket(BUCKET).key("absent/two").ifNoneMatch("*"), RequestBody.fromString("2"));

        assertEquals(412, refused.statusCode());
        assertEquals("PreconditionFailed", refused.awsErrorDetails().errorCode());
        assertEquals("first", text("absent/one"));
        assertEquals("2", text("absent/two"));
    }

    final String put(String key, String text) {
        return s3().putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString(text))
                .eTag();
    }

    final String text(String key) {
        return s3().getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asString(StandardCharsets.UTF_8);
    }

    private List<String> keys(String prefix) {
        return s3().listObjectsV2(list -> list.bucket(BUCKET).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }
}
