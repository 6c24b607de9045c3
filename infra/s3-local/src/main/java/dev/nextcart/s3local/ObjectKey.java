package dev.nextcart.s3local;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * An object's name, and where it lies: a slash in it is a folder. So it must be a path that stays inside its bucket,
 * which S3 itself does not ask for.
 */
record ObjectKey(String value) {
    /** S3's limit. */
    static final int MAX_BYTES = 1024;

    /** What every file system of ours takes. */
    private static final int MAX_SEGMENT_BYTES = 255;

    ObjectKey {
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > MAX_BYTES) {
            throw new S3Exception(400, "KeyTooLongError", "A key of " + bytes + " bytes is not 1.." + MAX_BYTES);
        }
        for (String segment : List.of(value.split("/", -1))) {
            if (segment.isEmpty()
                    || segment.equals(".")
                    || segment.equals("..")
                    || segment.indexOf('\0') >= 0
                    || segment.indexOf('\\') >= 0
                    || segment.getBytes(StandardCharsets.UTF_8).length > MAX_SEGMENT_BYTES) {
                throw S3Exception.invalid("A key is a folder path here, and \"" + value + "\" is none");
            }
        }
    }

    Path in(Path bucket) {
        return bucket.resolve(value);
    }
}
