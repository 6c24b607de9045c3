package dev.nextcart.archive;

import dev.nextcart.domain.event.StoreBusyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects of the archive's bucket, and how somebody is forgotten in one. Every method throws {@link StoreBusyException}. */
final class ArchiveObjects {
    /** Events as they came in; below it, a folder for each day of arrival. */
    static final String EVENTS = "events/";

    /** Where Lambda, and nobody else, puts what a stream's source gave up; it takes no other prefix. */
    static final String FAILURES = "aws/lambda/";

    /** Few enough that a page is done within a minute or two, and a sweep that runs out of time loses no more than that. */
    static final int PAGE_OBJECTS = 100;

    /** Lost races for one object: whoever wins takes somebody else out of it, and there are never many at once. */
    private static final int MAX_ATTEMPTS = 16;

    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    private final S3Client s3;
    private final String bucket;
    private final Scrubbing events = new EventScrubbing();
    private final Scrubbing failures = new FailureScrubbing();

    ArchiveObjects(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    String bucket() {
        return bucket;
    }

    /**
     * Lists, in the order of the keys, a page at a time.
     *
     * @param after the key to start behind; empty for all
     */
    void forEachPage(String prefix, Optional<String> after, Consumer<List<S3Object>> page) {
        Optional<String> token = Optional.empty();
        do {
            Optional<String> here = token;
            ListObjectsV2Response listed = S3Call.orBusy(
                    "listing " + prefix + " of " + bucket,
                    () -> s3.listObjectsV2(list -> list.bucket(bucket)
                            .prefix(prefix)
                            .maxKeys(PAGE_OBJECTS)
                            .startAfter(after.orElse(null))
                            .continuationToken(here.orElse(null))));
            page.accept(listed.contents());
            token = Optional.ofNullable(listed.nextContinuationToken());
        } while (token.isPresent());
    }

    /** How many records of an object name somebody who is to be forgotten. */
    long count(String key, Forgotten forgotten) {
        return S3Call.orBusy("reading " + key, () -> {
            try (ResponseInputStream<GetObjectResponse> object = get(key)) {
                return scrubbing(key).count(object, forgotten);
            } catch (NoSuchKeyException e) {
                return 0L;
            }
        });
    }

    /**
     * Takes them out, whoever else changes the object meanwhile: what is put back is put only over what was read.
     *
     * @return how many records went
     */
    long erase(String key, Forgotten forgotten) {
        if (count(key, forgotten) == 0) {
            return 0; // Most objects do not name anybody; reading one twice is cheaper than zipping all of them.
        }
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<Long> removed =
                    S3Call.orBusy("rewriting " + key, () -> withScratch(file -> eraseOnce(key, forgotten, file)));
            if (removed.isPresent()) {
                return removed.get();
            }
        }
        throw new StoreBusyException("lost " + MAX_ATTEMPTS + " races for " + key);
    }

    /** Empty after a lost race. */
    private Optional<Long> eraseOnce(String key, Forgotten forgotten, Path file) throws IOException {
        Kept kept;
        String version;
        try (ResponseInputStream<GetObjectResponse> object = get(key)) {
            version = object.response().eTag();
            kept = scrubbing(key).keep(object, forgotten, file);
        } catch (NoSuchKeyException e) {
            return Optional.of(0L);
        }
        if (kept.removed() == 0) {
            return Optional.of(0L);
        }
        if (kept.records() == 0) {
            // Nobody ever adds to an object, so whatever is there by now has nothing to keep either.
            s3.deleteObject(delete -> delete.bucket(bucket).key(key));
            return Optional.of(kept.removed());
        }
        return replaced(key, version, file) ? Optional.of(kept.removed()) : Optional.empty();
    }

    private boolean replaced(String key, String version, Path file) {
        try {
            s3.putObject(put -> put.bucket(bucket).key(key).ifMatch(version), file);
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
                return false;
            }
            throw e;
        }
    }

    private ResponseInputStream<GetObjectResponse> get(String key) {
        return s3.getObject(get -> get.bucket(bucket).key(key));
    }

    private Scrubbing scrubbing(String key) {
        return key.startsWith(EVENTS) ? events : failures;
    }

    private interface Work<T> {
        T with(Path file) throws IOException;
    }

    private static <T> T withScratch(Work<T> work) throws IOException {
        Path file = Files.createTempFile("archive-", ".part");
        try {
            return work.with(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
