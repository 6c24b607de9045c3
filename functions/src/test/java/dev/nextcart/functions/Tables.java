package dev.nextcart.functions;

import dev.nextcart.domain.erasure.Tombstone;
import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.domain.ledger.SaleLine;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.store.StoreScan;
import dev.nextcart.store.StoreTables;
import dev.nextcart.store.StoredProfile;
import dev.nextcart.store.StoredRefusal;
import dev.nextcart.store.StoredSale;
import dev.nextcart.store.StoredTombstone;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/** What the function under test left in its tables. */
@Singleton
class Tables {
    private final StoreScan scan;

    Tables(
            DynamoDbEnhancedClient client,
            @ConfigProperty(name = "profiles.table") String profiles,
            @ConfigProperty(name = "late.events.table") String lateEvents,
            @ConfigProperty(name = "refused.events.table") String refusedEvents,
            @ConfigProperty(name = "sales.table") String sales,
            @ConfigProperty(name = "catalogue.table") String catalogue) {
        this.scan = new StoreScan(client, new StoreTables(profiles, lateEvents, refusedEvents, sales, catalogue));
    }

    Profile profile(ShopperId shopper) {
        return scan.profiles()
                .map(StoredProfile::profile)
                .filter(profile -> profile.shopper().equals(shopper))
                .findFirst()
                .orElseThrow();
    }

    long profiles() {
        return scan.profiles().count();
    }

    long countedEvents() {
        return scan.profiles().mapToLong(stored -> stored.profile().counted()).sum();
    }

    long saleLines(String eventId) {
        return lines().filter(line -> line.eventId().equals(eventId)).count();
    }

    Map<ShopperKey, Tombstone> tombstones() {
        return scan.tombstones().collect(Collectors.toMap(StoredTombstone::shopper, StoredTombstone::tombstone));
    }

    List<StoredRefusal> refusals() {
        return scan.refusals().toList();
    }

    long lateEvents() {
        return scan.lateEvents().count();
    }

    List<ProductChanged> catalogue() {
        return scan.catalogue().toList();
    }

    List<String> refusalReasons() {
        return scan.refusals().map(stored -> stored.refusal().reason()).toList();
    }

    private Stream<SaleLine> lines() {
        return scan.sales().filter(StoredSale.Line.class::isInstance).map(sale -> ((StoredSale.Line) sale).line());
    }
}
