package dev.nextcart.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.erasure.ErasableStore;
import dev.nextcart.domain.erasure.Erasure;
import dev.nextcart.domain.erasure.Tombstones;
import dev.nextcart.domain.event.Refusals;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.domain.profile.LateEvents;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.domain.profile.ProfileStore;
import dev.nextcart.testkit.ErasureContract;
import dev.nextcart.testkit.Events;
import dev.nextcart.testkit.TestClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class DynamoDbErasureTest extends ErasureContract {
    private final LocalStore local = new LocalStore();

    @Test
    void a_tombstone_names_nobody_and_dynamodb_may_drop_it_at_the_end_of_its_life() {
        assertTrue(profiles().save(Profile.of(Events.SHOPPER, List.of(Events.viewed("e1"))), ProfileStore.ABSENT));
        new Erasure(tombstones(), stores(), lostRaces -> {}).erase(Events.SHOPPER, clock().instant());

        Map<String, AttributeValue> item = local.plain
                .scan(request -> request.tableName(local.tables.profiles()))
                .items()
                .getFirst();

        assertFalse(item.toString().contains(Events.SHOPPER.value()), item::toString);
        assertEquals(ShopperKey.of(Events.SHOPPER).value(), text(item, "shopperKey"));
        assertEquals("2011-12-01", text(item, "erasedOn"));
        assertEquals("late-events=0 refused-events=0", text(item, "survey"));
        assertEquals(
                "1330516800",
                item.getOrDefault("expiresAt", AttributeValue.fromN("0")).n());
        assertEquals(1, local.scan().tombstones().count());
        assertEquals(0, local.scan().profiles().count());
    }

    @Test
    void a_proof_is_a_command_that_survives_a_nasty_id() {
        assertEquals(
                "aws dynamodb query --table-name " + local.tables.lateEvents()
                        + " --consistent-read --select COUNT --key-condition-expression 'shopperId = :v'"
                        + " --expression-attribute-values '{\":v\":{\"S\":\"o'\\''neil \\\"x\\\"\"}}'",
                stores().getFirst().proof(new ShopperId("o'neil \"x\"")));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromS("(none)")).s();
    }

    @Override
    protected ProfileStore profiles() {
        return local.profiles();
    }

    @Override
    protected Tombstones tombstones() {
        return local.tombstones();
    }

    @Override
    protected LateEvents late() {
        return local.lateEvents();
    }

    @Override
    protected Refusals refusals() {
        return local.refusals();
    }

    @Override
    protected List<ErasableStore> stores() {
        return List.of(local.erasableLateEvents(), local.erasableRefusals());
    }

    @Override
    protected TestClock clock() {
        return local.clock;
    }

    @Override
    protected void throttleNext(int calls) {
        local.throttle.throttleNext(calls);
    }
}
