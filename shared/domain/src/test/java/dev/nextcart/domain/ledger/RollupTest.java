package dev.nextcart.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.OrderEvent.OrderReturned;
import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.Origin;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.profile.Amounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RollupTest {
    private static final ProductId MUG = new ProductId("mug");
    private static final DayBucket BUCKET = DayBucket.of(LocalDate.parse("2026-03-02"), MUG);

    @Test
    void a_rollup_sums_a_products_lines_of_a_day_in_any_order() {
        List<SaleLine> lines = new ArrayList<>(SaleLine.of(sold("e1", 3)));
        lines.addAll(SaleLine.of(sold("e2", 2)));
        lines.addAll(SaleLine.of(returned("e3", 1)));

        Rollup rollup = Rollup.of(BUCKET, lines);
        Collections.reverse(lines);

        assertEquals(rollup, Rollup.of(BUCKET, lines));
        assertEquals(3, rollup.lines());
        Sales mugs = rollup.byProduct().get(MUG);
        assertEquals(
                new Sales(3, 5, Amounts.NONE.plus("GBP", 2_250), 1, Amounts.NONE.plus("GBP", 450), 0, Amounts.NONE),
                mugs);
    }

    @Test
    void a_day_is_a_utc_day() {
        SaleLine line = SaleLine.of(sold("e1", 1)).getFirst();

        assertEquals(LocalDate.parse("2026-03-02"), line.day());
        assertEquals(BUCKET, line.bucket());
    }

    private static OrderPlaced sold(String eventId, int units) {
        return new OrderPlaced(origin(eventId), Optional.empty(), "o1", "GBP", List.of(line(units)), Optional.empty());
    }

    private static OrderReturned returned(String eventId, int units) {
        return new OrderReturned(origin(eventId), Optional.empty(), "o1", "GBP", List.of(line(units)));
    }

    private static Origin origin(String eventId) {
        return new Origin(eventId, Instant.parse("2026-03-02T23:59:59.999Z"));
    }

    private static OrderLine line(int units) {
        return new OrderLine(MUG, units, 450, Optional.empty());
    }
}
