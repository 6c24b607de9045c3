package dev.nextcart.store;

import dev.nextcart.domain.event.Refusals;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.wire.NamedShoppers;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;

/** Refused messages by whom they name and the hash of their payload: the first one stays, for 90 days. */
public final class DynamoDbRefusals implements Refusals {
    /** A message of one event names one shopper; few bad ones name two. All copies must fit one transaction of 4 MB. */
    private static final int MAX_NAMED = 8;

    private final ConditionalPut<RefusedEventRow> ofNobody;
    private final GuardedPut<RefusedEventRow> ofShoppers;
    private final NamedShoppers named = new NamedShoppers();

    /**
     * The refused events table.
     *
     * @param profiles name of the table of profiles and tombstones
     * @param clock against which a tombstone is past its life
     */
    public DynamoDbRefusals(
            DynamoDbEnhancedClient client, String table, String profiles, StoreMeter meter, InstantSource clock) {
        DynamoDbTable<RefusedEventRow> rows = client.table(table, RefusedEventRow.schema());
        this.ofNobody = new ConditionalPut<>(rows, RefusedEventRow.class, meter);
        this.ofShoppers = new GuardedPut<>(client, rows, RefusedEventRow.class, profiles, meter, clock);
    }

    @Override
    public boolean refuse(Refusal refusal) {
        Set<ShopperKey> shoppers = named.in(refusal.payload()).stream()
                .map(ShopperKey::of)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (shoppers.isEmpty()) {
            put(RefusedEventRow.of(refusal));
            return true;
        }
        if (shoppers.size() > MAX_NAMED) {
            put(RefusedEventRow.crowded(refusal));
            return true;
        }
        Set<ShopperKey> erased = ofShoppers.put(
                RefusedEventRow.of(refusal, shoppers),
                ConditionalPut.absent(RefusedEventRow.REFUSAL_ID),
                "set refusal down");
        erased.forEach(shopper -> withhold(refusal, shopper));
        return erased.isEmpty();
    }

    @Override
    public void withhold(Refusal refusal, ShopperKey erased) {
        put(RefusedEventRow.withheld(refusal, erased));
    }

    private void put(RefusedEventRow row) {
        ofNobody.put(row, ConditionalPut.absent(RefusedEventRow.REFUSAL_ID), "set refusal down");
    }
}
