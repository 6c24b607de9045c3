package dev.nextcart.store;

import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.ledger.DayBucket;
import dev.nextcart.domain.ledger.Rollup;
import dev.nextcart.domain.ledger.Sales;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A rollup as bytes, without its bucket, which is the item's key. Canonical: rollups are equal if their bytes are. */
public final class RollupCodec {
    /** Raise it when the bytes change meaning; rollups can be recomputed from their lines. */
    private static final BodyFormat FORMAT = new BodyFormat("rollup", 1);

    private RollupCodec() {}

    public static byte[] encode(Rollup rollup) {
        return FORMAT.write(out -> {
            out.number(rollup.lines());
            out.list(rollup.byProduct().entrySet(), entry -> write(out, entry));
        });
    }

    /** @throws CorruptBodyException when {@link #encode} never made these bytes */
    public static Rollup decode(DayBucket bucket, byte[] body) {
        return FORMAT.read(body, in -> {
            long lines = in.number();
            SortedMap<ProductId, Sales> byProduct = new TreeMap<>();
            for (int left = in.size(); left > 0; left--) {
                byProduct.put(new ProductId(in.word()), sales(in));
            }
            return new Rollup(bucket, lines, byProduct);
        });
    }

    private static void write(ByteWriter out, Map.Entry<ProductId, Sales> entry) {
        out.word(entry.getKey().value());
        Sales sales = entry.getValue();
        out.number(sales.lines());
        out.number(sales.unitsSold());
        AmountsBytes.write(out, sales.sold());
        out.number(sales.unitsReturned());
        AmountsBytes.write(out, sales.returned());
        out.number(sales.unitsCancelled());
        AmountsBytes.write(out, sales.cancelled());
    }

    private static Sales sales(ByteReader in) {
        return new Sales(
                in.number(),
                in.number(),
                AmountsBytes.read(in),
                in.number(),
                AmountsBytes.read(in),
                in.number(),
                AmountsBytes.read(in));
    }
}
