package dev.nextcart.domain.event;

/** What became of one event of a batch. All but {@link Busy} are final: the message may be acknowledged. */
public sealed interface Fate {
    /** Its effect is durable, and was not before. */
    record Counted() implements Fate {}

    /** Its effect was durable already; nothing was changed. */
    record Repeated() implements Fate {}

    /** Something as new or newer stands already; nothing was changed, and nothing is missing. */
    record Superseded() implements Fate {}

    /** It came too far behind to tell whether it is a repeat, and now lies among the late events. */
    record SetAside() implements Fate {}

    /** Its shopper was erased: it counts in no profile, and nothing of what it says may be kept. */
    record Erased() implements Fate {}

    /** It may have had an effect or none; delivering it again is safe and needed. */
    record Busy(String reason) implements Fate {}
}
