package dev.nextcart.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TicketsTest {
    private final Tickets tickets = new Tickets(future -> future.complete(null));

    @Test
    void a_ticket_settles_with_its_last_copy() {
        long ticket = tickets.issue();
        tickets.add(ticket);

        tickets.release(ticket);
        assertEquals(1, tickets.outstanding());
        tickets.release(ticket);
        assertEquals(0, tickets.outstanding());
    }

    @Test
    void the_oldest_outstanding_ticket_moves_past_settled_ones() {
        long first = tickets.issue();
        long second = tickets.issue();
        long third = tickets.issue();

        tickets.release(second);
        assertEquals(OptionalLong.of(first), tickets.oldestOutstanding());
        tickets.release(first);
        assertEquals(OptionalLong.of(third), tickets.oldestOutstanding());
        tickets.release(third);
        assertEquals(OptionalLong.empty(), tickets.oldestOutstanding());
    }

    @Test
    void quiet_is_told_when_nothing_is_outstanding() {
        assertTrue(tickets.whenQuiet().isDone());
        long ticket = tickets.issue();
        CompletableFuture<Void> quiet = tickets.whenQuiet();

        assertFalse(quiet.isDone());
        tickets.release(ticket);
        assertTrue(quiet.isDone());
    }

    @Test
    void a_sender_too_far_ahead_is_told_to_wait() {
        for (int i = 0; i < Tickets.MAX_OUTSTANDING; i++) {
            tickets.issue();
        }

        IllegalStateException error = assertThrows(IllegalStateException.class, tickets::issue);
        assertTrue(String.valueOf(error.getMessage()).contains("oldest ticket is 1"), error::getMessage);
        tickets.release(1);
        assertEquals(Tickets.MAX_OUTSTANDING + 1, tickets.issue());
    }

    @Test
    void while_somebody_holds_nothing_is_quiet() {
        tickets.hold();
        tickets.hold();
        CompletableFuture<Void> quiet = tickets.whenQuiet();
        assertEquals(2, tickets.outstanding());

        tickets.letGo();
        assertFalse(quiet.isDone());
        long ticket = tickets.issue();
        tickets.letGo();
        assertFalse(quiet.isDone());
        tickets.release(ticket);
        assertTrue(quiet.isDone());
        assertEquals(OptionalLong.empty(), tickets.oldestOutstanding());
    }
}
