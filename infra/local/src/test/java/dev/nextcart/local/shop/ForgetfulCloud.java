package dev.nextcart.local.shop;

import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.local.client.Cloud;
import dev.nextcart.local.client.CloudStatus;
import dev.nextcart.local.client.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A cloud that settles a random tenth of what is under way whenever it is asked how it is doing, and notes by how much
 * an event was ever behind a newer one while under way. It takes event ids for texts.
 */
final class ForgetfulCloud implements Cloud {
    private final Random random = new Random(3);
    private final Map<String, ShopEvent> events;
    private final SortedMap<Long, ShopEvent> underWay = new TreeMap<>();
    private final List<String> sent = new ArrayList<>();
    private Instant newest = Instant.MIN;
    private Duration furthestBehind = Duration.ZERO;
    private int largestBatch;
    private int mostUnderWay;
    private int killsToIgnore;
    private int kills;
    private boolean stuck;

    ForgetfulCloud(List<ShopEvent> events) {
        this.events = events.stream().collect(Collectors.toMap(ShopEvent::eventId, Function.identity()));
    }

    @Override
    public List<Receipt> send(List<String> ids) {
        largestBatch = Math.max(largestBatch, ids.size());
        List<Receipt> receipts = ids.stream().map(this::take).toList();
        mostUnderWay = Math.max(mostUnderWay, underWay.size());
        return receipts;
    }

    private Receipt take(String id) {
        sent.add(id);
        ShopEvent event = events.get(id);
        if (event == null) {
            return new Receipt.Refused("unknown");
        }
        newest = event.occurredAt().isAfter(newest) ? event.occurredAt() : newest;
        underWay.put((long) sent.size(), event);
        for (ShopEvent waiting : underWay.values()) {
            Duration behind = Duration.between(waiting.occurredAt(), newest);
            furthestBehind = behind.compareTo(furthestBehind) > 0 ? behind : furthestBehind;
        }
        return new Receipt.Accepted(sent.size());
    }

    @Override
    public CloudStatus status() {
        if (!stuck) {
            underWay.keySet().removeIf(ticket -> random.nextInt(10) == 0);
        }
        OptionalLong oldest = underWay.isEmpty() ? OptionalLong.empty() : OptionalLong.of(underWay.firstKey());
        return new CloudStatus(
                underWay.size(),
                oldest,
                Map.of("orders", (long) underWay.size()),
                Map.of("order-events", new CloudStatus.Function(1, 5, 2, 1)),
                Map.of());
    }

    @Override
    public Optional<String> killFunction(long seed) {
        if (killsToIgnore > 0) {
            killsToIgnore--;
            return Optional.empty();
        }
        kills++;
        return Optional.of("order-events");
    }

    @Override
    public long forget(Collection<ShopperKey> shoppers) {
        return 0;
    }

    void getStuck() {
        stuck = true;
    }

    void haveNothingToKill(int times) {
        killsToIgnore = times;
    }

    List<String> sent() {
        return sent;
    }

    Duration furthestBehind() {
        return furthestBehind;
    }

    int largestBatch() {
        return largestBatch;
    }

    int mostUnderWay() {
        return mostUnderWay;
    }

    int kills() {
        return kills;
    }
}
