package dev.nextcart.store;

import dev.nextcart.domain.ledger.DayBucket;
import dev.nextcart.domain.ledger.SaleLine;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Where an item of the sales table lies. A line's sort key holds a hash of the event id, so that two ids of 512 bytes
 * and a place fit the 1,024 bytes of a sort key; half of SHA-256 still leaves no two ids alike.
 *
 * @param bucket {@code 2010-12-01#07}
 * @param line {@code line#<product>#<32 hex digits>#<place>}, or {@value #ROLLUP}
 */
record SaleKey(String bucket, String line) {
    static final String ROLLUP = "rollup";
    static final String LINE_PREFIX = "line#";
    private static final int EVENT_HEX_DIGITS = 32;
    private static final int DAY_CHARS = "2010-12-01".length();

    static SaleKey of(SaleLine line) {
        String event =
                Sha256.hex(line.eventId().getBytes(StandardCharsets.UTF_8)).substring(0, EVENT_HEX_DIGITS);
        return new SaleKey(partition(line.bucket()), LINE_PREFIX + line.product() + "#" + event + "#" + line.line());
    }

    static SaleKey ofRollup(DayBucket bucket) {
        return new SaleKey(partition(bucket), ROLLUP);
    }

    DayBucket dayBucket() {
        return new DayBucket(
                LocalDate.parse(bucket.substring(0, DAY_CHARS)), Integer.parseInt(bucket.substring(DAY_CHARS + 1)));
    }

    private static String partition(DayBucket bucket) {
        return "%s#%02d".formatted(bucket.day(), bucket.bucket());
    }
}
