package dev.nextcart.local.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.domain.ledger.SaleLine;
import dev.nextcart.testkit.Events;
import dev.nextcart.testkit.ShopperEvents;
import dev.nextcart.testkit.TestClock;
import dev.nextcart.wire.EventReader;
import dev.nextcart.wire.EventWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalScrubTest {
    private static final ShopperKey KEY = ShopperKey.of(Events.SHOPPER);
    private final Forgotten forgotten = new Forgotten();
    private final TestClock clock = new TestClock();

    @TempDir
    private Path folder;

    @Test
    void of_an_erased_shopper_only_what_the_ledger_keeps_stays() throws IOException {
        OrderPlaced order = Events.placed("o1", 2_500);
        String yours = sent(ShopperEvents.of(Events.OTHER_SHOPPER).viewed("e1", Events.NOON, Events.MUG));
        String guests = sent(Events.placedByGuest("g1", 100));
        String bad = "{\"event\":\"{\\\"shopperId\\\":\\\"" + Events.SHOPPER + "\\\", oops\",\"refused\":\"broken\"}";
        Path journal = Files.write(
                folder.resolve("journal.jsonl"),
                List.of(sent(order), yours, sent(Events.reviewed("r1", 5)), guests, bad, sent(order)));
        forgotten.add(List.of(KEY));

        long changed = JournalScrub.scrub(journal, forgotten, clock);

        assertEquals(4, changed);
        List<String> lines = Files.readAllLines(journal);
        assertEquals(yours, lines.get(1));
        assertEquals(guests, lines.get(3));
        assertEquals(lines.get(0), lines.get(5), "a repeat is told by its hash");
        assertEquals(SaleLine.of(order), SaleLine.of(sale(lines.get(0)).orElseThrow()));
        assertEquals(Optional.empty(), sale(lines.get(2)));
        assertEquals(Optional.empty(), sale(lines.get(4)));
        assertEquals(Optional.empty(), new IdSearch(List.of(Events.SHOPPER)).in(String.join("\n", lines)));
        assertEquals(0, JournalScrub.scrub(journal, forgotten, clock));
    }

    @Test
    void an_order_that_was_refused_because_it_came_from_the_future_leaves_no_sale() {
        forgotten.add(List.of(KEY));
        String early = sent(Events.placed("o1", clock.instant().plusSeconds(3 * 86_400), 100));

        assertEquals(Optional.empty(), sale(JournalLine.forgetful(early, forgotten, clock)));
    }

    private static Optional<OrderPlaced> sale(String line) {
        ErasedSend send = assertInstanceOf(JournalLine.Erased.class, JournalLine.read(line))
                .send();
        assertEquals(KEY, send.shopper());
        return send.sale().map(text -> (OrderPlaced) new EventReader(() -> Events.NOON).read(text));
    }

    private static String sent(ShopEvent event) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("event", new EventWriter().write(event))
                .put("ticket", 1)
                .toString();
    }
}
