package dev.nextcart.local.shop;

/** Hears how far a replay is, often; shows it as it likes. */
@FunctionalInterface
public interface ReplayProgress {
    /**
     * @param settled sends that were handled, one way or another
     * @param sent sends so far
     * @param total sends there will be
     */
    void now(long settled, long sent, long total);
}
