package dev.nextcart.domain.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The first eight bytes of SHA-256: stable across machines and versions, and nobody finds a second event id with the
 * same fingerprint by trying fewer than 2^64. Two honest ids among the 768 a profile remembers meet with probability
 * below 2^-45 (birthday bound).
 */
public final class Fingerprint {
    private Fingerprint() {}

    public static long of(String text) {
        return ByteBuffer.wrap(sha256(text.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
