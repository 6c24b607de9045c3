package dev.nextcart.domain.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The k greatest elements of all that were ever offered: a function of the multiset offered, since what falls out once
 * has k greater ones ahead of it for ever.
 */
final class Newest {
    private Newest() {}

    /** The {@code limit} greatest of both by {@code order}, greatest first. */
    static <T> List<T> merge(List<T> kept, Collection<T> offered, int limit, Comparator<? super T> order) {
        if (offered.isEmpty()) {
            return kept;
        }
        List<T> all = new ArrayList<>(kept);
        all.addAll(offered);
        all.sort(order.reversed());
        return List.copyOf(all.subList(0, Math.min(limit, all.size())));
    }
}
