package dev.nextcart.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.profile.ProfileStore;
import dev.nextcart.testkit.Events;
import dev.nextcart.testkit.LargestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemSizeTest {
    @Test
    void names_and_values_count_in_bytes() {
        assertEquals(3 + 5, ItemSize.ofItem(Map.of("key", AttributeValue.fromS("mug é"))) - 1);
        assertEquals(3 + 4, ItemSize.ofItem(Map.of("key", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[4])))));
    }

    @Test
    void a_number_counts_a_byte_for_two_digits_and_one_more() {
        assertEquals(1 + 1, number("0"));
        assertEquals(1 + 2, number("7"));
        assertEquals(1 + 2, number("42"));
        assertEquals(1 + 3, number("123"));
        assertEquals(1 + 2, number("1000"));
        assertEquals(1 + 3, number("-42"));
    }

    @Test
    void it_agrees_with_the_units_that_a_write_takes() {
        LocalStore local = new LocalStore();

        assertTrue(local.profiles().save(LargestProfile.of(Events.SHOPPER), ProfileStore.ABSENT));

        int bytes = local.scan().profiles().findFirst().orElseThrow().itemBytes();
        assertEquals(Math.ceil(bytes / 1024.0), local.meter.snapshot().writeUnits());
    }

    private static int number(String digits) {
        return ItemSize.ofItem(Map.of("n", AttributeValue.fromN(digits)));
    }
}
