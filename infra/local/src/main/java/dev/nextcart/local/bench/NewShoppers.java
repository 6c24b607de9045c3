package dev.nextcart.local.bench;

import dev.nextcart.domain.event.Category;
import dev.nextcart.domain.event.ClickEvent.ProductViewed;
import dev.nextcart.domain.event.Origin;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Each batch is one click of somebody never seen before: one read that finds nothing, one conditional write. */
record NewShoppers(Instant now) implements Traffic {
    @Override
    public List<ShopEvent> batch(int number) {
        return List.of(new ProductViewed(
                new Origin("first-click-%06d".formatted(number), now),
                new ShopperId("newcomer-%06d".formatted(number)),
                new ProductId("P001"),
                Optional.of(new Category("Textiles"))));
    }
}
