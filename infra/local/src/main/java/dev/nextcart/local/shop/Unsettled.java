package dev.nextcart.local.shop;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * The oldest event that may still be under way. The cloud tells only its oldest unsettled ticket, so every later one
 * counts as unsettled. Held are tickets that no later, older event hides: a few, for a shop told in order.
 */
final class Unsettled {
    private final Deque<Sent> hidden = new ArrayDeque<>();
    private Instant oldestUnsent = Instant.MAX;

    private record Sent(long ticket, Instant occurredAt) {}

    /** An event waits for its batch to go out; it counts as under way. */
    void gather(Instant occurredAt) {
        oldestUnsent = occurredAt.isBefore(oldestUnsent) ? occurredAt : oldestUnsent;
    }

    /** The batch has gone out; those let in were told with {@link #sent}. */
    void batchGone() {
        oldestUnsent = Instant.MAX;
    }

    void sent(long ticket, Instant occurredAt) {
        while (!hidden.isEmpty() && !hidden.getLast().occurredAt.isBefore(occurredAt)) {
            hidden.removeLast();
        }
        hidden.addLast(new Sent(ticket, occurredAt));
    }

    /** @param oldestTicket the cloud's oldest unsettled ticket; empty if all are settled */
    void settle(OptionalLong oldestTicket) {
        while (!hidden.isEmpty() && hidden.getFirst().ticket < oldestTicket.orElse(Long.MAX_VALUE)) {
            hidden.removeFirst();
        }
    }

    /** Whether all that is under way occurred less than {@link ReplayPlan#LAW} before this moment. */
    boolean allows(Instant sendAt) {
        Instant horizon = sendAt.minus(ReplayPlan.LAW);
        return oldestUnsent.isAfter(horizon)
                && (hidden.isEmpty() || hidden.getFirst().occurredAt.isAfter(horizon));
    }
}
