package dev.nextcart.testkit;

import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.ShopEvent.Stream;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.Affinity;
import dev.nextcart.domain.profile.Amounts;
import dev.nextcart.domain.profile.Cart;
import dev.nextcart.domain.profile.Memory;
import dev.nextcart.domain.profile.Memory.Remembered;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.domain.profile.Purchases;
import dev.nextcart.domain.profile.Recommendations;
import dev.nextcart.domain.profile.Reviews;
import dev.nextcart.domain.profile.Searches;
import dev.nextcart.domain.profile.Touch;
import dev.nextcart.domain.profile.Weeks;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every list of a profile full, every id 128 characters of four bytes, every sum as long as it can get. */
public final class LargestProfile {
    private static final int ID_CHARS = 128;
    private static final int FOUR_BYTE_CHARS = 0x10000;
    private static final Instant NEWEST = Instant.parse("2099-12-31T23:59:59.999Z");

    /** Irregular to the millisecond, so that no delta is short. */
    private static final long STEP_MILLIS = 4_718_593;

    private LargestProfile() {}

    public static Profile of(ShopperId shopper) {
        Amounts amounts = amounts();
        long most = Long.MAX_VALUE;
        return new Profile(
                shopper,
                Instant.parse("2000-01-01T00:00:00.001Z"),
                NEWEST,
                most,
                new Purchases(most, most, amounts, most, most, amounts, most, most, amounts),
                new Weeks(sorted(Weeks.LENGTH, 6_000, new Weeks.Week(most, amounts, most))),
                new Affinity(sorted(Affinity.BUCKETS, 0, most)),
                list(Touch.KEPT, place -> new Touch(at(place), product("touched", place), Touch.Action.BOUGHT)),
                new Reviews(most, most, most, most),
                cart(),
                new Searches(most, list(Searches.KEPT, place -> new Searches.Search(at(place), "🎁".repeat(64)))),
                new Recommendations(most, most, most),
                memories());
    }

    /** A product id as long as one may be: 128 characters outside the basic plane, 512 bytes of UTF-8. */
    public static ProductId product(String salt, int number) {
        Random random = new Random((salt + number).hashCode());
        StringBuilder id = new StringBuilder();
        random.ints(ID_CHARS, FOUR_BYTE_CHARS, 2 * FOUR_BYTE_CHARS).forEach(id::appendCodePoint);
        return new ProductId(id.toString());
    }

    private static Cart cart() {
        return new Cart(
                list(Cart.KEPT, place -> new Cart.Entry(product("carted", place), 1_000_000, at(place), ~place)),
                Optional.of(at(1)));
    }

    private static Map<Stream, Memory> memories() {
        return Profile.STREAMS.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        stream -> new Memory(
                                list(Memory.KEPT, place -> new Remembered(at(place), ~place)),
                                Optional.of(at(Memory.KEPT)))));
    }

    private static Amounts amounts() {
        return new Amounts(Currency.getAvailableCurrencies().stream()
                .collect(Collectors.toMap(
                        Currency::getCurrencyCode, currency -> Long.MIN_VALUE, (one, same) -> one, TreeMap::new)));
    }

    private static <T> SortedMap<Integer, T> sorted(int size, int first, T value) {
        SortedMap<Integer, T> all = new TreeMap<>();
        IntStream.range(first, first + size).forEach(key -> all.put(key, value));
        return all;
    }

    private static <T> List<T> list(int size, IntFunction<T> at) {
        return IntStream.range(0, size).mapToObj(at).toList();
    }

    private static Instant at(int place) {
        return NEWEST.minusMillis(STEP_MILLIS * place);
    }
}
