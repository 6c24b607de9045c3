package dev.nextcart.store;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/**
 * As much of a payload as fits an item of 400 KB (DynamoDB quotas, read 2026-11) beside its other attributes, readable
 * in the console if it is small.
 */
sealed interface KeptPayload {
    /** Above this a payload is compressed; few are. */
    int MAX_PLAIN_BYTES = 100 * 1024;

    /** Leaves 50 KB of an item for ids and reason. */
    int MAX_GZIP_BYTES = 350 * 1024;

    /** What does not compress grows by less than a tenth of what lies between. */
    int CUT_BYTES = 340 * 1024;

    String PLAIN = "payload";
    String GZIP = "payloadGzip";

    record Plain(String text) implements KeptPayload {}

    record Gzipped(SdkBytes gzip) implements KeptPayload {}

    /** The first {@value #CUT_BYTES} bytes or up to three fewer, so as to end with a whole character. */
    record Cut(SdkBytes gzip, int bytes) implements KeptPayload {}

    static KeptPayload of(byte[] utf8) {
        if (utf8.length <= MAX_PLAIN_BYTES) {
            return new Plain(new String(utf8, StandardCharsets.UTF_8));
        }
        byte[] gzip = Gzip.compress(utf8, utf8.length);
        if (gzip.length <= MAX_GZIP_BYTES) {
            return new Gzipped(SdkBytes.fromByteArrayUnsafe(gzip));
        }
        int bytes = wholeCharacters(utf8, CUT_BYTES);
        return new Cut(SdkBytes.fromByteArrayUnsafe(Gzip.compress(utf8, bytes)), bytes);
    }

    /** Empty if none was kept. */
    static Optional<KeptPayload> find(Columns columns) {
        return columns.find(PLAIN, String.class)
                .<KeptPayload>map(Plain::new)
                .or(() -> columns.find(GZIP, SdkBytes.class).map(Gzipped::new));
    }

    static <R> Columns.Schema<R> columns(Columns.Schema<R> schema, Function<R, Optional<KeptPayload>> payload) {
        return schema.with(
                        PLAIN,
                        String.class,
                        row -> payload.apply(row).map(KeptPayload::plain).orElse(null))
                .with(
                        GZIP,
                        SdkBytes.class,
                        row -> payload.apply(row).map(KeptPayload::gzip).orElse(null));
    }

    /** The payload, or the beginning that was kept. */
    default String text() {
        return switch (this) {
            case Plain plain -> plain.text;
            case Gzipped whole -> Gzip.text(whole.gzip.asByteArrayUnsafe());
            case Cut cut -> Gzip.text(cut.gzip.asByteArrayUnsafe());
        };
    }

    /** What a reader of the reason should know of the payload; empty if it is whole. */
    default String whatIsMissing(int fullBytes) {
        return this instanceof Cut cut
                ? " (payload of " + fullBytes + " bytes, cut to its first " + cut.bytes + "; refusalId is its SHA-256)"
                : "";
    }

    private @Nullable String plain() {
        return this instanceof Plain plain ? plain.text : null;
    }

    private @Nullable SdkBytes gzip() {
        return switch (this) {
            case Plain plain -> null;
            case Gzipped whole -> whole.gzip;
            case Cut cut -> cut.gzip;
        };
    }

    private static int wholeCharacters(byte[] utf8, int most) {
        int end = most;
        while ((utf8[end] & 0xC0) == 0x80) {
            end--; // A continuation byte: the character began earlier.
        }
        return end;
    }
}
