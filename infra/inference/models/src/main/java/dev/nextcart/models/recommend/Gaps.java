package dev.nextcart.models.recommend;

import java.time.Duration;

/** Times between interactions in buckets that double: a minute matters within a session, a week between orders. */
public final class Gaps {
    /** No time is known, or there was nothing before. */
    public static final int UNKNOWN = 0;

    /** Buckets 1..21; the last begins at 2^20 minutes, two years. */
    public static final int BUCKETS = 22;

    private Gaps() {}

    /** 1 below a minute, then one more for each doubling of 1 + minutes; negative gaps count as none. */
    public static int bucket(Duration gap) {
        long minutes = Math.max(0, gap.toMinutes());
        int doublings = Long.SIZE - 1 - Long.numberOfLeadingZeros(minutes + 1);
        return 1 + Math.min(doublings, BUCKETS - 2);
    }
}
