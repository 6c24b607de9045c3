package dev.nextcart.local.shop;

import dev.nextcart.domain.event.Origin;
import dev.nextcart.domain.event.ShopperErased;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.local.shop.ReplayPlan.Send;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Who is erased when half is sent: first those who were seen before and come again, else there would be little to lose. */
final class ErasurePlan {
    private ErasurePlan() {}

    static List<ShopperErased> of(List<Send> sends, ReplayOptions options) {
        if (options.erase() == 0 || sends.isEmpty()) {
            return List.of();
        }
        int half = sends.size() / 2;
        Set<ShopperId> before = shoppers(sends.subList(0, half));
        Set<ShopperId> after = shoppers(sends.subList(half, sends.size()));
        List<ShopperId> both = new ArrayList<>(before);
        both.retainAll(after);
        Set<ShopperId> others = new LinkedHashSet<>(before);
        others.addAll(after);
        both.forEach(others::remove);
        Random random = new Random(options.seed());
        Collections.shuffle(both, random);
        List<ShopperId> rest = new ArrayList<>(others);
        Collections.shuffle(rest, random);
        both.addAll(rest);
        List<ShopperErased> erasures = new ArrayList<>();
        for (ShopperId shopper : both.subList(0, Math.min(options.erase(), both.size()))) {
            String eventId = "erasure-" + options.seed() + "-" + (erasures.size() + 1);
            Origin origin = new Origin(eventId, sends.get(half).at());
            erasures.add(new ShopperErased(origin, shopper, Optional.of("asked for in the middle of a replay")));
        }
        return erasures;
    }

    private static Set<ShopperId> shoppers(List<Send> sends) {
        Set<ShopperId> shoppers = new LinkedHashSet<>();
        sends.forEach(send -> send.event().shopper().ifPresent(shoppers::add));
        return shoppers;
    }
}
