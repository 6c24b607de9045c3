package dev.nextcart.domain.profile;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Money by currency, in minor units: amounts in different currencies do not add up. Sums, so order cannot show; a
 * currency once seen stays, even at zero. Bounded by the currencies of ISO 4217 (some 200).
 *
 * @param cents minor units by ISO 4217 code
 */
public record Amounts(SortedMap<String, Long> cents) {
    public static final Amounts NONE = new Amounts(Collections.emptySortedMap());

    public Amounts {
        cents = Collections.unmodifiableSortedMap(cents);
    }

    public Amounts plus(String currency, long moreCents) {
        SortedMap<String, Long> sums = new TreeMap<>(cents);
        sums.merge(currency, moreCents, Long::sum);
        return new Amounts(sums);
    }

    /** This less the other, currency by currency. */
    public Amounts minus(Amounts other) {
        SortedMap<String, Long> sums = new TreeMap<>(cents);
        other.cents.forEach((currency, less) -> sums.merge(currency, -less, Long::sum));
        return new Amounts(sums);
    }
}
