package dev.nextcart.s3local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** {@code If-Match}, on which it rests that two erasures of one object do not undo each other. */
abstract class ConditionalPutContract extends S3Contract {
    @Test
    void a_put_may_ask_that_the_version_it_read_be_there() {
        String first = put("match/one", "first");

        String second = s3().putObject(
                        put -> put.bucket(BUCKET).key("match/one").ifMatch(first), RequestBody.fromString("second"))
                .eTag();
        S3Exception late = refused("match/one", first);

        assertEquals(412, late.statusCode());
        assertEquals("PreconditionFailed", late.awsErrorDetails().errorCode());
        assertEquals("second", text("match/one"));
        s3().putObject(put -> put.bucket(BUCKET).key("match/one").ifMatch(second), RequestBody.fromString("third"));
        assertEquals("third", text("match/one"));
    }

    @Test
    void no_version_matches_where_nothing_is() {
        String etag = put("match/two", "text");
        s3().deleteObject(delete -> delete.bucket(BUCKET).key("match/two"));

        assertEquals(404, refused("match/two", etag).statusCode());
    }

    private S3Exception refused(String key, String etag) {
        return assertThrows(
                S3Exception.class,
                () -> s3().putObject(put -> put.bucket(BUCKET).key(key).ifMatch(etag), RequestBody.fromString("late")));
    }
}
