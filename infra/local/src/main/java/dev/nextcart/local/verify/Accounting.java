package dev.nextcart.local.verify;

/**
 * Where every send went, from durable state only.
 *
 * @param sent sends in the journal
 * @param counted events that profiles say they counted, and guests' events in the ledger
 * @param repeated sends of something already sent
 * @param setAside distinct events set aside and not counted
 * @param refused distinct texts refused
 * @param withdrawn dead letters that an operator had others take the place of
 */
public record Accounting(long sent, long counted, long repeated, long setAside, long refused, long withdrawn) {
    public Accounting(long sent, long counted, long repeated, long setAside, long refused) {
        this(sent, counted, repeated, setAside, refused, 0);
    }

    /** Sends that went nowhere; negative if more came out than went in. */
    public long unaccounted() {
        return sent - counted - repeated - setAside - refused - withdrawn;
    }
}
