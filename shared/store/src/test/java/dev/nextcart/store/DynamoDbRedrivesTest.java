package dev.nextcart.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.Refusals.Refusal;
import dev.nextcart.testkit.Events;
import dev.nextcart.testkit.SharedDynamoDb;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DynamoDbRedrivesTest {
    private static final Instant BEGUN = Events.NOON.plusSeconds(60);
    private static final Instant DONE = Events.NOON.plusSeconds(61);

    private final LocalStore local = new LocalStore();
    private final DynamoDbRedrives redrives =
            new DynamoDbRedrives(SharedDynamoDb.client(), local.tables.refusedEvents());

    @Test
    void a_redrive_is_begun_and_then_done() {
        StoredRefusal refused = refuse(Events.NOON);
        assertEquals(Redrive.NEVER, refused.redrive());

        assertTrue(redrives.begin(refused, BEGUN));
        assertEquals(new Redrive(Optional.of(BEGUN), Optional.empty()), stored().redrive());
        assertTrue(redrives.finish(refused, BEGUN, DONE));

        assertEquals(new Redrive(Optional.empty(), Optional.of(DONE)), stored().redrive());
        assertEquals(refused.refusal(), stored().refusal());
    }

    @Test
    void one_that_is_refused_again_meanwhile_is_not_done() {
        StoredRefusal refused = refuse(Events.NOON);
        redrives.begin(refused, BEGUN);

        refuse(BEGUN.plusMillis(1));

        assertFalse(redrives.finish(refused, BEGUN, DONE));
        assertEquals(Redrive.NEVER, stored().redrive());
        assertEquals(BEGUN.plusMillis(1), stored().refusal().refusedAt());
    }

    @Test
    void one_that_comes_again_after_it_was_redriven_is_open_again() {
        StoredRefusal refused = refuse(Events.NOON);
        redrives.begin(refused, BEGUN);
        redrives.finish(refused, BEGUN, DONE);

        refuse(DONE.plusSeconds(5));

        assertEquals(Redrive.NEVER, stored().redrive());
    }

    @Test
    void a_second_operator_takes_over_and_the_first_cannot_finish() {
        StoredRefusal refused = refuse(Events.NOON);
        redrives.begin(refused, BEGUN);
        redrives.begin(refused, BEGUN.plusSeconds(1));

        assertFalse(redrives.finish(refused, BEGUN, DONE));
        assertTrue(redrives.finish(refused, BEGUN.plusSeconds(1), DONE));
    }

    @Test
    void one_called_off_waits_as_before() {
        StoredRefusal refused = refuse(Events.NOON);
        redrives.begin(refused, BEGUN);

        assertTrue(redrives.cancel(refused, BEGUN));

        assertEquals(Redrive.NEVER, stored().redrive());
    }

    @Test
    void what_is_not_there_cannot_be_redriven() {
        StoredRefusal gone =
                new StoredRefusal("none", refuse(Events.NOON).refusal(), 1, Optional.empty(), false, Redrive.NEVER);

        assertFalse(redrives.begin(gone, BEGUN));
        assertEquals(1, local.scan().refusals().count(), "marking makes no row");
    }

    private StoredRefusal refuse(Instant at) {
        local.refusals().refuse(new Refusal("order-events", "m1", "type: (empty) is not known", "{}", at));
        return stored();
    }

    private StoredRefusal stored() {
        return local.scan().refusals().findFirst().orElseThrow();
    }
}
