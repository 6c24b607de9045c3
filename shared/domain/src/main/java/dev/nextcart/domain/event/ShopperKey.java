package dev.nextcart.domain.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * What stands for a shopper where no id may: the first 16 bytes of SHA-256 of the id in UTF-8, as 22 characters of
 * base64url. Two ids of a billion meet with probability below 10^-20 (birthday bound). It is a pseudonym: who has the
 * id can compute it, who has the key alone would have to guess the id.
 */
public record ShopperKey(String value) implements Comparable<ShopperKey> {
    private static final int BYTES = 16;
    private static final int CHARS = 22;

    public ShopperKey {
        if (value.length() != CHARS || !value.chars().allMatch(ShopperKey::isBase64Url)) {
            throw new IllegalArgumentException(
                    "\"" + value + "\" is not the " + CHARS + " characters of a shopper key");
        }
    }

    public static ShopperKey of(ShopperId shopper) {
        byte[] hash = Fingerprint.sha256(shopper.value().getBytes(StandardCharsets.UTF_8));
        return new ShopperKey(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES)));
    }

    private static boolean isBase64Url(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
    }

    @Override
    public int compareTo(ShopperKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
