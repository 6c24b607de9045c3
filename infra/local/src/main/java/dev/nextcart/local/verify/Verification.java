package dev.nextcart.local.verify;

import java.util.List;

/**
 * What a verification found.
 *
 * @param profiles profiles compared
 * @param rollups sums of a product's day compared
 * @param rollupItems items they lie in
 * @param otherDifferences events that are not accounted for, erasures that are not whole
 * @param erasedShoppers shoppers in whose place a tombstone stands
 * @param first the first differences of each kind
 */
public record Verification(
        Accounting events,
        long profiles,
        long profileDifferences,
        long rollups,
        long rollupItems,
        long rollupDifferences,
        long otherDifferences,
        long erasedShoppers,
        Sizes profileBytes,
        Figures figures,
        List<Difference> first) {

    public Verification {
        first = List.copyOf(first);
    }

    /** Whether everything stored is what was sent adds up to, and every send is accounted for. */
    public boolean clean() {
        return differences() == 0;
    }

    public long differences() {
        return profileDifferences + rollupDifferences + otherDifferences;
    }
}
