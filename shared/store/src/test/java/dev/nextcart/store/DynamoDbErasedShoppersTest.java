package dev.nextcart.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.erasure.Tombstone;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.domain.profile.ProfileStore;
import dev.nextcart.testkit.Events;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DynamoDbErasedShoppersTest {
    private final LocalStore local = new LocalStore();
    private final DynamoDbErasedShoppers erased =
            new DynamoDbErasedShoppers(local.client, local.tables.profiles(), local.meter);

    @Test
    void those_whose_tombstone_lives_are_listed_and_nobody_else() {
        assertTrue(
                local.profiles().save(Profile.of(Events.SHOPPER, List.of(Events.viewed("e1"))), ProfileStore.ABSENT));
        local.erase(new ShopperId("ann"));
        local.erase(new ShopperId("bob"));
        Instant now = local.clock.instant();

        assertEquals(Set.of(key("ann"), key("bob")), erased.asOf(now));
        assertEquals(Set.of(), erased.asOf(now.plus(Tombstone.LIFE)));
    }

    private static ShopperKey key(String shopper) {
        return ShopperKey.of(new ShopperId(shopper));
    }
}
