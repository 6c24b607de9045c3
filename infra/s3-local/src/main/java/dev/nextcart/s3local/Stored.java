package dev.nextcart.s3local;

import java.nio.file.Path;
import java.time.Instant;

/**
 * An object as it lies there.
 *
 * @param etag MD5 of its bytes in hexadecimal, in quotes, as S3 has it for objects put in one piece
 */
public record Stored(String key, Path file, long bytes, Instant modified, String etag) {}
