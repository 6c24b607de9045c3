package dev.nextcart.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.catalogue.Catalogue;
import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.StoreBusyException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What {@link Catalogue} promises. Each test starts with an empty one. */
public abstract class CatalogueContract {
    private static final ProductChanged OLD = ProductChanges.mug("c1", Events.NOON, 995);
    private static final ProductChanged NEW = ProductChanges.mug("c0", Events.NOON.plusMillis(1), 1_095);

    protected abstract Catalogue catalogue();

    /** Makes the store's next calls meet a throttled database. */
    protected abstract void throttleNext(int calls);

    @Test
    void a_change_is_kept_as_it_came_whatever_it_tells() {
        List<ProductChanged> changes = List.of(
                OLD,
                ProductChanges.bare(new ProductId("bare"), "c1", Events.NOON),
                ProductChanges.longest(new ProductId("longest"), "c1", Events.NOON));

        changes.forEach(change -> assertTrue(catalogue().put(change)));

        changes.forEach(change -> assertEquals(Optional.of(change), catalogue().find(change.product())));
        assertEquals(Optional.empty(), catalogue().find(new ProductId("never told")));
    }

    @Test
    void the_newest_change_stands_whichever_comes_first() {
        assertTrue(catalogue().put(OLD));
        assertTrue(catalogue().put(NEW));
        assertFalse(catalogue().put(OLD));

        assertEquals(Optional.of(NEW), catalogue().find(Events.MUG));
    }

    @Test
    void a_newer_change_takes_away_what_it_does_not_tell() {
        ProductChanged bare = ProductChanges.bare(Events.MUG, "c2", Events.NOON.plusSeconds(1));

        catalogue().put(OLD);
        catalogue().put(bare);

        assertEquals(Optional.of(bare), catalogue().find(Events.MUG));
    }

    @Test
    void the_same_change_again_is_settled_and_changes_nothing() {
        assertTrue(catalogue().put(OLD));

        assertFalse(catalogue().put(OLD));
        assertFalse(catalogue().put(ProductChanges.mug("c1", Events.NOON, 1)));

        assertEquals(Optional.of(OLD), catalogue().find(Events.MUG));
    }

    @Test
    void at_one_moment_the_greater_id_stands_by_its_utf8_bytes() {
        ProductChanged privateUse = ProductChanges.mug("\ue000", 1);
        ProductChanged emoji = ProductChanges.mug("🏺", 2);

        assertTrue(catalogue().put(ProductChanges.mug("Z", 3)));
        assertTrue(catalogue().put(ProductChanges.mug("a", 4)));
        assertTrue(catalogue().put(privateUse));
        assertTrue(catalogue().put(emoji));
        assertFalse(catalogue().put(privateUse));

        assertEquals(Optional.of(emoji), catalogue().find(Events.MUG));
    }

    @Test
    void of_writers_at_once_the_newest_wins() {
        AtomicInteger kept = new AtomicInteger();
        Runnable[] writers = new Runnable[8];
        for (int writer = 0; writer < writers.length; writer++) {
            ProductChanged change = ProductChanges.mug("c", Events.NOON.plusMillis(writer), writer);
            writers[writer] = () -> kept.addAndGet(catalogue().put(change) ? 1 : 0);
        }

        AtOnce.run(writers);

        assertEquals(7, catalogue().find(Events.MUG).orElseThrow().priceCents());
        assertTrue(kept.get() >= 1, () -> kept + " were kept");
    }

    @Test
    void a_throttled_call_is_busy_and_may_be_made_again() {
        throttleNext(1);
        assertThrows(StoreBusyException.class, () -> catalogue().put(OLD));
        assertEquals(Optional.empty(), catalogue().find(Events.MUG));

        assertTrue(catalogue().put(OLD));

        throttleNext(1);
        assertThrows(StoreBusyException.class, () -> catalogue().find(Events.MUG));
    }
}
