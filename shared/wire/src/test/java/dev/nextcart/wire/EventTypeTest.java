package dev.nextcart.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nextcart.domain.event.ShopEvent;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTypeTest {
    @ParameterizedTest
    @EnumSource
    void a_type_has_the_name_and_the_way_in_of_its_record(EventType type) {
        ShopEvent event = new RandomEvents(1).next(type);

        assertEquals(event.getClass().getSimpleName(), type.wireName());
        assertEquals(event.stream(), type.stream());
        assertEquals(Optional.of(type), EventType.named(type.wireName()));
    }

    @Test
    void every_kind_of_fact_has_a_type() {
        assertEquals(EventType.values().length, kinds(ShopEvent.class).count());
    }

    @Test
    void names_are_matched_as_they_are_written() {
        assertEquals(Optional.empty(), EventType.named("orderPlaced"));
    }

    private static Stream<Class<?>> kinds(Class<?> sealed) {
        return sealed.isSealed()
                ? Arrays.stream(sealed.getPermittedSubclasses()).flatMap(EventTypeTest::kinds)
                : Stream.of(sealed);
    }
}
