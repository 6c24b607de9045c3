package dev.nextcart.local.verify;

import dev.nextcart.domain.profile.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** The three profiles with most of something; of equals the smallest shopper ids, so that scans in any order agree. */
final class Leaders {
    private static final int KEPT = 3;

    private final Comparator<Profile> order;
    private final List<Profile> best = new ArrayList<>();

    Leaders(ToLongFunction<Profile> measure) {
        this.order = Comparator.comparingLong(measure).reversed().thenComparing(Profile::shopper);
    }

    void see(Profile profile) {
        best.add(profile);
        best.sort(order);
        if (best.size() > KEPT) {
            best.removeLast();
        }
    }

    /** Most first. */
    List<Profile> best() {
        return best;
    }
}
