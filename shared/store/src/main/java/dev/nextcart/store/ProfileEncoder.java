package dev.nextcart.store;

import dev.nextcart.domain.event.ShopEvent.Stream;
import dev.nextcart.domain.profile.Cart;
import dev.nextcart.domain.profile.Memory;
import dev.nextcart.domain.profile.Memory.Remembered;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.domain.profile.Purchases;
import dev.nextcart.domain.profile.Recommendations;
import dev.nextcart.domain.profile.Reviews;
import dev.nextcart.domain.profile.Searches;
import dev.nextcart.domain.profile.Searches.Search;
import dev.nextcart.domain.profile.Touch;
import dev.nextcart.domain.profile.Weeks;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes the parts of a profile, in the order in which {@link ProfileDecoder} reads them. */
final class ProfileEncoder {
    private final ByteWriter out;
    private final Instant newest;

    /** @param newest when the newest counted event occurred; nothing in a profile is later */
    ProfileEncoder(ByteWriter out, Instant newest) {
        this.out = out;
        this.newest = newest;
    }

    void write(Profile profile) {
        out.time(newest);
        out.timeBefore(newest, profile.firstSeen());
        purchases(profile.purchases());
        out.list(profile.weeks().byWeek().entrySet(), this::week);
        out.list(profile.affinity().points().entrySet(), this::points);
        touches(profile.recent());
        reviews(profile.reviews());
        cart(profile.cart());
        searches(profile.searches());
        recommendations(profile.recommendations());
        memories(profile.memories());
    }

    private void purchases(Purchases purchases) {
        out.number(purchases.orders());
        out.number(purchases.units());
        AmountsBytes.write(out, purchases.gross());
        out.number(purchases.returns());
        out.number(purchases.unitsReturned());
        AmountsBytes.write(out, purchases.returned());
        out.number(purchases.cancellations());
        out.number(purchases.unitsCancelled());
        AmountsBytes.write(out, purchases.cancelled());
    }

    private void week(Map.Entry<Integer, Weeks.Week> entry) {
        out.number((long) Weeks.weekOf(newest) - entry.getKey());
        Weeks.Week week = entry.getValue();
        out.number(week.orders());
        AmountsBytes.write(out, week.spend());
        out.number(week.views());
    }

    private void points(Map.Entry<Integer, Long> entry) {
        out.number(entry.getKey());
        out.number(entry.getValue());
    }

    private void touches(List<Touch> touches) {
        out.number(touches.size());
        Instant later = newest;
        for (Touch touch : touches) {
            out.timeBefore(later, touch.at());
            out.word(touch.product().value());
            out.oneByte(Codes.of(touch.action()));
            later = touch.at();
        }
    }

    private void reviews(Reviews reviews) {
        out.number(reviews.posted());
        out.number(reviews.postedStars());
        out.number(reviews.removed());
        out.number(reviews.removedStars());
    }

    private void cart(Cart cart) {
        out.optional(cart.checkedOutAt(), at -> out.timeBefore(newest, at));
        out.number(cart.entries().size());
        Instant later = newest;
        for (Cart.Entry entry : cart.entries()) {
            out.timeBefore(later, entry.at());
            out.word(entry.product().value());
            out.number(entry.quantity());
            out.fixed(entry.fingerprint());
            later = entry.at();
        }
    }

    private void searches(Searches searches) {
        out.number(searches.count());
        out.number(searches.newest().size());
        Instant later = newest;
        for (Search search : searches.newest()) {
            out.timeBefore(later, search.at());
            out.word(search.query());
            later = search.at();
        }
    }

    private void recommendations(Recommendations recommendations) {
        out.number(recommendations.shown());
        out.number(recommendations.itemsShown());
        out.number(recommendations.clicked());
    }

    private void memories(Map<Stream, Memory> memories) {
        int streams = 0;
        for (Stream stream : memories.keySet()) {
            streams |= Codes.of(stream);
        }
        out.oneByte(streams);
        for (Stream stream : Codes.STREAMS) {
            Memory memory = memories.get(stream);
            if (memory != null) {
                memory(memory);
            }
        }
    }

    private void memory(Memory memory) {
        out.optional(memory.floor(), floor -> out.timeBefore(newest, floor));
        out.number(memory.remembered().size());
        Instant later = newest;
        for (Remembered one : memory.remembered()) {
            out.timeBefore(later, one.at());
            out.fixed(one.fingerprint());
            later = one.at();
        }
    }
}
