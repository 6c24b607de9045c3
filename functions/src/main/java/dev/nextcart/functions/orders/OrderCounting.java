package dev.nextcart.functions.orders;

import dev.nextcart.domain.event.Fate;
import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.ledger.SalesLedger;
import dev.nextcart.domain.profile.ProfileFolding;
import dev.nextcart.functions.intake.Intake.Counting;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Ledger first, profile second: the ledger's puts may be repeated, so a crash between the two is mended by the next
 * delivery, while the other way round a profile would call the redelivered order a repeat that the ledger never saw.
 */
@Singleton
final class OrderCounting implements Counting<OrderEvent> {
    private final SalesLedger ledger;
    private final ProfileFolding profiles;

    OrderCounting(SalesLedger ledger, ProfileFolding profiles) {
        this.ledger = ledger;
        this.profiles = profiles;
    }

    @Override
    public List<Fate> count(List<OrderEvent> orders) {
        List<Fate> fates = new ArrayList<>(ledger.record(orders));
        List<Integer> places = new ArrayList<>();
        List<OrderEvent> ofShoppers = new ArrayList<>();
        for (int place = 0; place < orders.size(); place++) {
            // A guest's order counts in the ledger only.
            if (fates.get(place) instanceof Fate.Counted
                    && orders.get(place).shopper().isPresent()) {
                places.add(place);
                ofShoppers.add(orders.get(place));
            }
        }
        List<Fate> folded = ofShoppers.isEmpty() ? List.of() : profiles.fold(ofShoppers);
        for (int i = 0; i < folded.size(); i++) {
            fates.set(places.get(i), folded.get(i));
        }
        return fates;
    }
}
