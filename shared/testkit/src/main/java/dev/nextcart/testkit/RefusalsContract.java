package dev.nextcart.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.erasure.ErasableStore;
import dev.nextcart.domain.event.Refusals;
import dev.nextcart.domain.event.Refusals.Refusal;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.domain.event.StoreBusyException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link Refusals} promises. Each test starts with none. */
public abstract class RefusalsContract {
    protected abstract Refusals refusals();

    /** The same place, as an erasure sees it. */
    protected abstract ErasableStore erasable();

    /** Sets up a tombstone. */
    protected abstract void erase(ShopperId shopper);

    /** The shoppers of all that lie here without their payload, read back, in any order. */
    protected abstract List<ShopperKey> withheld();

    /** All refusals with their payloads, read back, in any order; one that names two shoppers may come twice. */
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

    @Test
    void the_payload_of_an_erased_shopper_is_withheld() {
        erase(Events.SHOPPER);

        assertFalse(refusals().refuse(refusal("m1", MINE)));
        assertFalse(refusals().refuse(refusal("m1", MINE)));
        assertTrue(refusals().refuse(refusal("m2", YOURS)));

        assertEquals(List.of(refusal("m2", YOURS)), refused());
        assertEquals(List.of(ShopperKey.of(Events.SHOPPER)), withheld());
    }

    @Test
    void an_event_of_an_erased_shopper_is_set_down_without_its_payload() {
        refusals().withhold(refusal("m1", MINE), ShopperKey.of(Events.SHOPPER));
        refusals().withhold(refusal("m1", MINE), ShopperKey.of(Events.SHOPPER));

        assertEquals(List.of(), refused());
        assertEquals(List.of(ShopperKey.of(Events.SHOPPER)), withheld());
    }

    @Test
    void one_shopper_is_counted_and_forgotten_and_the_others_stay() {
        refusals().refuse(refusal("m1", MINE));
        refusals().refuse(refusal("m2", MINE + " once more"));
        refusals().refuse(refusal("m3", YOURS));
        refusals().refuse(refusal("m4", "nobody's"));

        assertEquals(2, erasable().count(Events.SHOPPER));
        erasable().erase(Events.SHOPPER);
        erasable().erase(Events.SHOPPER);

        assertEquals(0, erasable().count(Events.SHOPPER));
        assertEquals(Set.of(refusal("m3", YOURS), refusal("m4", "nobody's")), Set.copyOf(refused()));
    }

    @Test
    void what_names_two_shoppers_is_forgotten_with_either() {
        String ours = MINE + YOURS;
        refusals().refuse(refusal("m1", ours));
        refusals().refuse(refusal("m1", ours));
        assertEquals(1, erasable().count(Events.SHOPPER));
        assertEquals(1, erasable().count(Events.OTHER_SHOPPER));

        erasable().erase(Events.OTHER_SHOPPER);

        assertEquals(List.of(), refused());
        assertEquals(0, erasable().count(Events.SHOPPER));
    }

    private static final String MINE = "{\"shopperId\":\"" + Events.SHOPPER + "\"}";
    private static final String YOURS = "{\"shopperId\":\"" + Events.OTHER_SHOPPER + "\"}";

    private static Refusal refusal(String messageId, String payload) {
        return new Refusal("order-events", messageId, "type: (empty) is not known", payload, Events.NOON);
    }
}
