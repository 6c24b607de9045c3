package dev.nextcart.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nextcart.domain.catalogue.CatalogueKeeping;
import dev.nextcart.domain.event.Fate;
import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ProductId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogueKeepingTest {
    private static final Fate KEPT = new Fate.Counted();
    private static final Fate OVERTAKEN = new Fate.Superseded();
    private static final ProductId JUG = new ProductId("JUG001");

    private final InMemoryCatalogue catalogue = new InMemoryCatalogue();
    private final CatalogueKeeping keeping = new CatalogueKeeping(catalogue, Runnable::run);

    @Test
    void a_batch_is_one_write_for_each_product() {
        List<Fate> fates = keeping.keep(List.of(mug("c1", 1), mug("c3", 3), jug("c1", 1), mug("c2", 2)));

        assertEquals(List.of(OVERTAKEN, KEPT, KEPT, OVERTAKEN), fates);
        assertEquals(2, catalogue.puts());
        assertEquals(Optional.of(mug("c3", 3)), catalogue.find(Events.MUG));
    }

    @Test
    void of_a_change_told_twice_in_a_batch_one_is_counted() {
        assertEquals(List.of(KEPT, OVERTAKEN), keeping.keep(List.of(mug("c1", 1), mug("c1", 1))));
    }

    @Test
    void what_comes_after_something_newer_is_superseded() {
        keeping.keep(List.of(mug("c2", 2)));

        assertEquals(List.of(OVERTAKEN), keeping.keep(List.of(mug("c1", 1))));
        assertEquals(List.of(OVERTAKEN), keeping.keep(List.of(mug("c2", 2))));
    }

    @Test
    void a_busy_product_brings_all_its_changes_back_and_no_others() {
        catalogue.throttleNext(1);

        List<Fate> fates = keeping.keep(List.of(mug("c1", 1), jug("c1", 1), mug("c2", 2)));

        Fate busy = new Fate.Busy("keep product: throttled, as the test asked");
        assertEquals(List.of(busy, KEPT, busy), fates);
        assertEquals(Optional.empty(), catalogue.find(Events.MUG));
    }

    @Test
    void any_order_and_any_batches_leave_the_same_catalogue() {
        List<ProductChanged> changes = IntStream.range(0, 12)
                .mapToObj(n -> n % 2 == 0 ? mug("c" + n, n / 4) : jug("c" + n, n / 4))
                .toList();
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<ProductChanged> sent = new ArrayList<>(changes);
            sent.addAll(changes.subList(0, random.nextInt(changes.size())));
            Collections.shuffle(sent, random);
            InMemoryCatalogue one = new InMemoryCatalogue();

            int cut = random.nextInt(sent.size());
            new CatalogueKeeping(one, Runnable::run).keep(sent.subList(0, cut));
            new CatalogueKeeping(one, Runnable::run).keep(sent.subList(cut, sent.size()));

            assertEquals(Optional.of(mug("c8", 2)), one.find(Events.MUG), "seed " + seed);
            assertEquals(Optional.of(jug("c9", 2)), one.find(JUG), "seed " + seed);
        }
    }

    private static ProductChanged mug(String eventId, int minute) {
        return ProductChanges.of(Events.MUG, eventId, Events.NOON.plusSeconds(60L * minute), 995);
    }

    private static ProductChanged jug(String eventId, int minute) {
        return ProductChanges.of(JUG, eventId, Events.NOON.plusSeconds(60L * minute), 1_495);
    }
}
