package dev.nextcart.store;

import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.ShopEvent.Stream;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.Affinity;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the parts of a profile, in the order in which {@link ProfileEncoder} wrote them: arguments run left to right. */
final class ProfileDecoder {
    private final ByteReader in;
    private final Instant newest;

    ProfileDecoder(ByteReader in, Instant newest) {
        this.in = in;
        this.newest = newest;
    }

    Profile read(ShopperId shopper, long counted) {
        return new Profile(
                shopper,
                in.timeBefore(newest),
                newest,
                counted,
                purchases(),
                weeks(),
                affinity(),
                newestFirst(at -> new Touch(at, product(), Codes.action(in.oneByte()))),
                new Reviews(in.number(), in.number(), in.number(), in.number()),
                cart(),
                new Searches(in.number(), newestFirst(at -> new Search(at, in.word()))),
                new Recommendations(in.number(), in.number(), in.number()),
                memories());
    }

    private Purchases purchases() {
        return new Purchases(
                in.number(),
                in.number(),
                AmountsBytes.read(in),
                in.number(),
                in.number(),
                AmountsBytes.read(in),
                in.number(),
                in.number(),
                AmountsBytes.read(in));
    }

    private Weeks weeks() {
        SortedMap<Integer, Weeks.Week> weeks = new TreeMap<>();
        for (int left = in.size(); left > 0; left--) {
            weeks.put(
                    Math.toIntExact(Weeks.weekOf(newest) - in.number()),
                    new Weeks.Week(in.number(), AmountsBytes.read(in), in.number()));
        }
        return new Weeks(weeks);
    }

    private Affinity affinity() {
        SortedMap<Integer, Long> points = new TreeMap<>();
        for (int left = in.size(); left > 0; left--) {
            points.put(Math.toIntExact(in.number()), in.number());
        }
        return new Affinity(points);
    }

    private Cart cart() {
        Optional<Instant> checkedOutAt = in.optional(() -> in.timeBefore(newest));
        return new Cart(
                newestFirst(at -> new Cart.Entry(product(), Math.toIntExact(in.number()), at, in.fixed())),
                checkedOutAt);
    }

    private Map<Stream, Memory> memories() {
        int streams = in.oneByte();
        Map<Stream, Memory> memories = new EnumMap<>(Stream.class);
        for (Stream stream : Codes.STREAMS) {
            if ((streams & Codes.of(stream)) != 0) {
                memories.put(stream, memory());
                streams -= Codes.of(stream);
            }
        }
        if (streams != 0) {
            throw new CorruptBodyException("memories of unknown streams");
        }
        return memories;
    }

    private Memory memory() {
        Optional<Instant> floor = in.optional(() -> in.timeBefore(newest));
        return new Memory(newestFirst(at -> new Remembered(at, in.fixed())), floor);
    }

    private ProductId product() {
        return new ProductId(in.word());
    }

    private <T> List<T> newestFirst(Function<Instant, T> item) {
        int size = in.size();
        List<T> items = new ArrayList<>(size);
        Instant later = newest;
        for (int place = 0; place < size; place++) {
            later = in.timeBefore(later);
            items.add(item.apply(later));
        }
        return items;
    }
}
