package dev.nextcart.local.verify;

/**
 * Where every send went, from durable state only.
 *
 * @param sent sends in the journal
 * @param counted events that profiles say they counted, and guests' events in the ledger
 * @param repeated sends of something already sent
 * @param setAside distinct events set aside and not counted
 * @param refused distinct texts refused
 * @param erased distinct texts of erased shoppers: counted before and gone, or refused after
 */
public record Accounting(long sent, long counted, long repeated, long setAside, long refused, long erased) {
    /** Sends that went nowhere; negative if more came out than went in. */
    public long unaccounted() {
        return sent - counted - repeated - setAside - refused - erased;
    }
}
