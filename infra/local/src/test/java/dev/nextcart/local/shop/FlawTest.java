package dev.nextcart.local.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nextcart.domain.event.InvalidEventException;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.local.shop.ReplayPlan.Send;
import dev.nextcart.wire.EventReader;
import dev.nextcart.wire.EventWriter;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlawTest {
    /** One event of each kind that is a shopper's. */
    private static final List<ShopEvent> KINDS = List.copyOf(new SyntheticShop(1)
            .open().events().stream()
                    .filter(event -> event.shopper().isPresent())
                    .collect(Collectors.toMap(ShopEvent::getClass, event -> event, (first, next) -> first))
                    .values());

    private final EventReader reader = new EventReader(InstantSource.system());

    @ParameterizedTest
    @EnumSource
    void a_spoilt_event_of_whatever_kind_is_no_fact(Flaw flaw) {
        for (ShopEvent event : KINDS) {
            String spoilt = flaw.spoil(new EventWriter().write(event));

            assertThrows(InvalidEventException.class, () -> reader.read(spoilt), () -> flaw + " of " + event);
        }
    }

    @Test
    void bad_events_have_every_flaw_in_turn_and_no_two_are_equal() {
        List<Send> good =
                KINDS.stream().map(event -> new Send(event.occurredAt(), event)).toList();

        List<Send> bad = new BadEvents(7).among(good, 50);

        List<String> texts =
                bad.stream().flatMap(send -> send.spoilt().stream()).toList();
        assertEquals(50, new HashSet<>(texts).size());
        for (String text : texts) {
            assertThrows(InvalidEventException.class, () -> reader.read(text), text);
        }
        assertEquals(bad, new BadEvents(7).among(good, 50));
        assertEquals(List.of(), new BadEvents(7).among(List.of(), 50));
    }
}
