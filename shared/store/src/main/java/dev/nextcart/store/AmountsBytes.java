package dev.nextcart.store;

import dev.nextcart.domain.profile.Amounts;
import java.util.SortedMap;
import java.util.TreeMap;

/** Money by currency as bytes. */
final class AmountsBytes {
    private AmountsBytes() {}

    static void write(ByteWriter out, Amounts amounts) {
        out.list(amounts.cents().entrySet(), entry -> {
            out.word(entry.getKey());
            out.signed(entry.getValue());
        });
    }

    static Amounts read(ByteReader in) {
        SortedMap<String, Long> cents = new TreeMap<>();
        for (int left = in.size(); left > 0; left--) {
            cents.put(in.word(), in.signed());
        }
        return new Amounts(cents);
    }
}
