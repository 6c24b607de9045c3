package dev.nextcart.local.bench;

import dev.nextcart.domain.event.Origin;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.ReviewEvent;
import dev.nextcart.domain.event.ReviewEvent.ReviewPosted;
import dev.nextcart.domain.event.ShopEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A shop's reviews, of two sentences each. */
record Reviews(Crowd crowd) implements Traffic {
    private static final int PRODUCTS = 97;

    @Override
    public List<ShopEvent> batch(int number) {
        return IntStream.range(0, crowd.batchSize())
                .mapToObj(place -> review(number, place))
                .toList();
    }

    private ShopEvent review(int batch, int place) {
        Origin origin = crowd.origin(batch, place);
        return new ReviewPosted(
                origin,
                crowd.shopper(batch, place),
                "review-" + origin.eventId(),
                new ProductId("P%03d".formatted((batch + 7 * place) % PRODUCTS)),
                1 + (batch + place) % ReviewEvent.MAX_RATING,
                "Came in two days, and the colour is as it is shown. I would buy it again.",
                Optional.of("en"));
    }
}
