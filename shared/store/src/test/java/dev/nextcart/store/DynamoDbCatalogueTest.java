package dev.nextcart.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.catalogue.Catalogue;
import dev.nextcart.domain.catalogue.CatalogueKeeping;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.store.StoreMeter.Snapshot;
import dev.nextcart.testkit.CatalogueContract;
import dev.nextcart.testkit.Events;
import dev.nextcart.testkit.ProductChanges;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DynamoDbCatalogueTest extends CatalogueContract {
    private final LocalStore local = new LocalStore();

    @Test
    void a_product_costs_one_request_and_one_unit_however_many_changes_a_batch_has() {
        new CatalogueKeeping(catalogue(), Runnable::run)
                .keep(List.of(
                        ProductChanges.mug("c1", 995),
                        ProductChanges.mug("c2", 1_095),
                        ProductChanges.of(new ProductId("JUG001"), "c3", Events.NOON, 1_495),
                        ProductChanges.mug("c3", 1_195)));

        assertEquals(new Snapshot(2, 0, 2, 0), local.meter.snapshot());
    }

    @Test
    void a_scan_gives_every_product_once() {
        assertTrue(catalogue().put(ProductChanges.mug("c1", 995)));
        assertTrue(catalogue().put(ProductChanges.mug("c2", 1_095)));

        assertEquals(
                List.of(ProductChanges.mug("c2", 1_095)),
                local.scan().catalogue().toList());
    }

    @Override
    protected Catalogue catalogue() {
        return local.catalogue();
    }

    @Override
    protected void throttleNext(int calls) {
        local.throttle.throttleNext(calls);
    }
}
