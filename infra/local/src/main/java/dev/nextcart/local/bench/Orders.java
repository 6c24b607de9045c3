package dev.nextcart.local.bench;

import dev.nextcart.domain.event.Category;
import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.ShopEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A shop's orders, of three lines each. */
record Orders(Crowd crowd) implements Traffic {
    private static final int LINES = 3;
    private static final int PRODUCTS = 97;
    private static final int CATEGORIES = 9;

    @Override
    public List<ShopEvent> batch(int number) {
        return IntStream.range(0, crowd.batchSize())
                .mapToObj(place -> order(number, place))
                .toList();
    }

    private ShopEvent order(int batch, int place) {
        List<OrderLine> lines = IntStream.range(0, LINES)
                .mapToObj(line -> line(batch + place * LINES + line))
                .toList();
        return new OrderPlaced(
                crowd.origin(batch, place),
                Optional.of(crowd.shopper(batch, place)),
                "order-" + crowd.origin(batch, place).eventId(),
                "EUR",
                lines,
                Optional.empty());
    }

    private static OrderLine line(int number) {
        return new OrderLine(
                new ProductId("P%03d".formatted(number % PRODUCTS)),
                1 + number % 4,
                199 + 50L * (number % PRODUCTS),
                Optional.of(new Category("Kind " + number % CATEGORIES)));
    }
}
