package dev.nextcart.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.testkit.Events;
import dev.nextcart.testkit.LargestProfile;
import dev.nextcart.testkit.RandomEvents;
import dev.nextcart.testkit.ShopperEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfileCodecTest {
    /** An item's limit (DynamoDB quotas, read 2026-11). */
    private static final int MAX_ITEM_BYTES = 400 * 1024;

    @Test
    void any_profile_is_read_back_as_it_was_written() {
        for (int seed = 0; seed < 200; seed++) {
            Profile profile = Profile.of(Events.SHOPPER, random(seed, seed * 3));

            assertEquals(profile, ProfileCodec.decode(Events.SHOPPER, ProfileCodec.encode(profile)), "seed " + seed);
        }
    }

    @Test
    void equal_profiles_have_equal_bytes_and_others_have_others() {
        List<ShopEvent> events = new ArrayList<>(random(1, 300));
        Profile profile = Profile.of(Events.SHOPPER, events);

        Collections.shuffle(events, new Random(2));
        Profile shuffled = Profile.of(Events.SHOPPER, events);
        Profile other = shuffled.with(Events.viewed("one more"));

        assertArrayEquals(ProfileCodec.encode(profile), ProfileCodec.encode(shuffled));
        assertFalse(Arrays.equals(ProfileCodec.encode(profile), ProfileCodec.encode(other)));
    }

    @Test
    void a_usual_profile_is_written_for_one_unit() {
        byte[] body = ProfileCodec.encode(Profile.of(Events.SHOPPER, nineMonths()));

        assertTrue(body.length < 900, () -> body.length + " bytes");
    }

    @Test
    void the_largest_profile_fits_an_item() {
        Profile largest = LargestProfile.of(Events.SHOPPER);

        byte[] body = ProfileCodec.encode(largest);

        assertEquals(largest, ProfileCodec.decode(Events.SHOPPER, body));
        assertTrue(body.length < MAX_ITEM_BYTES / 2, () -> body.length + " bytes");
    }

    @Test
    void another_format_version_is_named() {
        byte[] body = ProfileCodec.encode(Profile.of(Events.SHOPPER, random(1, 3)));
        body[0] = 9;

        CorruptBodyException error =
                assertThrows(CorruptBodyException.class, () -> ProfileCodec.decode(Events.SHOPPER, body));

        assertEquals(
                "stored profile of " + body.length
                        + " bytes, at byte 1: format version 9 is unknown, this code reads 1",
                error.getMessage());
    }

    @Test
    void bytes_cut_off_added_or_flipped_are_told_from_a_profile_and_nothing_else_goes_wrong() {
        byte[] body = ProfileCodec.encode(Profile.of(Events.SHOPPER, random(1, 100)));
        Random random = new Random(3);

        IntStream.range(0, body.length).forEach(length -> assertCorrupt(Arrays.copyOf(body, length)));
        assertCorrupt(Arrays.copyOf(body, body.length + 1));
        for (int time = 0; time < 2_000; time++) {
            byte[] flipped = body.clone();
            flipped[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            try {
                ProfileCodec.decode(Events.SHOPPER, flipped);
            } catch (CorruptBodyException e) {
                assertFalse(String.valueOf(e.getMessage()).contains(Events.SHOPPER.value()));
            }
        }
    }

    @Test
    void a_blank_profile_takes_two_bytes() {
        byte[] body = ProfileCodec.encode(Profile.blank(Events.SHOPPER));

        assertEquals(2, body.length);
        assertEquals(Profile.blank(Events.SHOPPER), ProfileCodec.decode(Events.SHOPPER, body));
    }

    private static void assertCorrupt(byte[] body) {
        assertThrows(CorruptBodyException.class, () -> ProfileCodec.decode(Events.SHOPPER, body));
    }

    /** 70 lines on 14 orders over nine months, told by the minute. */
    private static List<ShopEvent> nineMonths() {
        ShopperEvents mine = ShopperEvents.of(Events.SHOPPER);
        Instant first = Instant.parse("2010-12-01T08:26:00Z");
        return IntStream.range(0, 14)
                .<ShopEvent>mapToObj(order -> mine.placed(
                        "order-" + order,
                        first.plus(Duration.ofMinutes(order * 29_000L)),
                        IntStream.range(0, 5)
                                .mapToObj(line -> new OrderLine("P%05d".formatted(order * 5 + line), 6, 255))
                                .toList()))
                .toList();
    }

    private static List<ShopEvent> random(long seed, int count) {
        return new RandomEvents(seed, Events.NOON, Duration.ofDays(1 + seed)).of(Events.SHOPPER, count);
    }
}
