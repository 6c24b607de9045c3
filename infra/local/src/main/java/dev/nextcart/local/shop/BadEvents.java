package dev.nextcart.local.shop;

import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.local.shop.ReplayPlan.Send;
import dev.nextcart.wire.EventWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Bad events for a drill: each a copy of a good one, sent beside it, with an id of its own and one {@link Flaw}. Every
 * flaw has its turn before one comes again, and no two texts are equal.
 */
final class BadEvents {
    private final SplittableRandom random;
    private final EventWriter writer = new EventWriter();

    BadEvents(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** @param sends those among which they are to stand; none if there are none */
    List<Send> among(List<Send> sends, int count) {
        List<Send> bad = new ArrayList<>();
        Flaw[] flaws = Flaw.values();
        // A product has no shopper that could be wrong.
        List<Send> ofShoppers = sends.stream()
                .filter(send -> !(send.event() instanceof ProductChanged))
                .toList();
        for (int number = 1; number <= count && !ofShoppers.isEmpty(); number++) {
            Send beside = ofShoppers.get(random.nextInt(ofShoppers.size()));
            String text = flaws[(number - 1) % flaws.length].spoil(copy(beside.event(), number));
            bad.add(new Send(beside.at(), beside.event(), Optional.of(text)));
        }
        return bad;
    }

    /** The number in the id comes early enough to survive being cut short, and makes every text another. */
    private String copy(ShopEvent event, int number) {
        String text = writer.write(event);
        String id = "\"eventId\":\"";
        int end = text.indexOf('"', text.indexOf(id) + id.length());
        return "{\"bad\":" + number + "," + id + "bad-" + number + text.substring(end);
    }
}
