package dev.nextcart.s3local;

import java.util.Optional;

/** What must hold of the object there for a put to replace it. */
public sealed interface Condition {
    Condition NONE = new None();

    /** @param etag of the object there; empty when there is none */
    void check(String key, Optional<String> etag);

    /** Whatever lies there. */
    record None() implements Condition {
        @Override
        public void check(String key, Optional<String> etag) {}
    }

    /** {@code If-None-Match: *}: nothing lies there. */
    record Absent() implements Condition {
        @Override
        public void check(String key, Optional<String> etag) {
            if (etag.isPresent()) {
                throw S3Exception.preconditionFailed("If-None-Match");
            }
        }
    }

    /** {@code If-Match}: this very version lies there. */
    record Is(String wanted) implements Condition {
        @Override
        public void check(String key, Optional<String> etag) {
            if (!etag.orElseThrow(() -> S3Exception.noSuchKey(key)).equals(wanted)) {
                throw S3Exception.preconditionFailed("If-Match");
            }
        }
    }
}
