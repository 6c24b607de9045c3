package dev.nextcart.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nextcart.domain.event.Refusals;
import dev.nextcart.domain.event.Refusals.Refusal;
import dev.nextcart.domain.event.StoreBusyException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link Refusals} promises. Each test starts with none. */
public abstract class RefusalsContract {
    protected abstract Refusals refusals();

    /** All refusals, read back, in any order. */
    protected abstract List<Refusal> refused();

    /** Makes the store's next calls meet a throttled database. */
    protected abstract void throttleNext(int calls);

    @Test
    void a_refusal_is_kept_whole() {
        Refusal refusal = refusal("m1", "{\"eventId\":\"e1\"}");

        refusals().refuse(refusal);

        assertEquals(List.of(refusal), refused());
    }

    @Test
    void any_text_may_be_refused() {
        Refusal empty = refusal("m1", "");
        Refusal odd = refusal("m2", "\u0000 not JSON 🎁 {");

        refusals().refuse(empty);
        refusals().refuse(odd);

        assertEquals(Set.of(empty, odd), Set.copyOf(refused()));
    }

    @Test
    void a_payload_of_two_hundred_kilobytes_is_kept_whole() {
        Refusal refusal = refusal("m1", "{\"text\":\"" + "a review, ".repeat(20_000) + "\"}");

        refusals().refuse(refusal);

        assertEquals(List.of(refusal), refused());
    }

    @Test
    void the_same_payload_again_changes_nothing() {
        Refusal first = refusal("m1", "{}");
        Refusal redelivered = refusal("m2", "{}");

        refusals().refuse(first);
        refusals().refuse(redelivered);

        assertEquals(List.of(first), refused());
    }

    @Test
    void a_throttled_call_is_busy_and_may_be_made_again() {
        Refusal refusal = refusal("m1", "{}");

        throttleNext(1);
        assertThrows(StoreBusyException.class, () -> refusals().refuse(refusal));
        assertEquals(List.of(), refused());
        refusals().refuse(refusal);

        assertEquals(List.of(refusal), refused());
    }

    private static Refusal refusal(String messageId, String payload) {
        return new Refusal("order-events", messageId, "type: (empty) is not known", payload, Events.NOON);
    }
}
