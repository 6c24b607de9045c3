package dev.nextcart.local.engine;

import dev.nextcart.domain.erasure.Erasure;
import dev.nextcart.domain.erasure.Tombstone;
import dev.nextcart.domain.erasure.Tombstones;
import dev.nextcart.domain.event.Fate;
import dev.nextcart.domain.event.Origin;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperErased;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.domain.profile.ProfileFolding;
import dev.nextcart.domain.profile.ProfileStore;
import dev.nextcart.local.engine.Invoker.Result;
import dev.nextcart.local.engine.ScriptedFunctions.Call;
import dev.nextcart.local.engine.ScriptedFunctions.Reply;
import dev.nextcart.testkit.InMemoryLateEvents;
import dev.nextcart.testkit.InMemoryProfileStore;
import dev.nextcart.testkit.RandomEvents;
import dev.nextcart.wire.EventReader;
import dev.nextcart.wire.EventWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;

/**
 * Orders through a queue and clicks through a stream into real folds, erasures among them, on the virtual clock:
 * duplicated, reordered, crashing before and after every write, with an erasure that overtakes a fold between its load
 * and its save now and then. Dead letters are redriven at the end, days later.
 */
final class ErasureStorm {
    static final int SHOPPERS = 60;
    static final int ERASED = 25;
    private static final int EVENTS_EACH = 20;
    private static final int CRASH_PERCENT = 6;
    private static final int OVERTAKE_PERCENT = 3;

    private final SplittableRandom random;
    private final World world;
    private final InMemoryProfileStore store;
    private final InMemoryLateEvents late;
    private final Map<ShopperId, List<ShopEvent>> sent = new HashMap<>();
    private final Map<FateKind, Integer> fates = new EnumMap<>(FateKind.class);
    private final EventReader reader = new EventReader(() -> World.START.plus(Duration.ofDays(30)));
    private final EventWriter writer = new EventWriter();

    enum FateKind {
        COUNTED,
        ERASED,
        OTHER
    }

    ErasureStorm(long seed) {
        random = new SplittableRandom(seed);
        world = new World(
                Templates.template(
                        Map.of(), 3, List.of(Templates.queueSource(), Templates.streamSource(20, true, 5, 2))),
                seed,
                new Faults(0.1, 20));
        store = new InMemoryProfileStore(world.timeline::now);
        late = new InMemoryLateEvents(store::isErased);
        world.functions.reply(this::reply);
    }

    void rage() {
        for (int number = 0; number < SHOPPERS; number++) {
            ShopperId shopper = shopper(number);
            List<ShopEvent> events =
                    new RandomEvents(random.nextLong(), World.START, Duration.ofHours(1)).of(shopper, EVENTS_EACH);
            sent.put(shopper, events);
            events.forEach(event -> world.timeline.after(anytime(), () -> send(event)));
            if (number < ERASED) {
                world.timeline.after(anytime(), () -> send(request(shopper)));
            }
        }
        world.settleAll();
        redrive();
    }

    static ShopperId shopper(int number) {
        return new ShopperId("shopper-" + number);
    }

    Optional<Profile> profile(ShopperId shopper) {
        return store.profile(shopper);
    }

    boolean isErased(ShopperId shopper) {
        return store.isErased(shopper);
    }

    long lateEvents(ShopperId shopper) {
        return late.count(shopper);
    }

    List<ShopEvent> sent(ShopperId shopper) {
        return sent.getOrDefault(shopper, List.of());
    }

    int fates(FateKind kind) {
        return fates.getOrDefault(kind, 0);
    }

    private void send(ShopEvent event) {
        String text = writer.write(event);
        switch (event.stream()) {
            case CLICKS ->
                world.engine.putRecord(
                        "clicks", event.shopper().orElseThrow().value(), text.getBytes(StandardCharsets.UTF_8));
            case ORDERS, REVIEWS, CATALOGUE, PRIVACY -> world.engine.sendMessage("orders", text);
        }
    }

    private Reply reply(Call call) {
        return new Reply(answer(call), Duration.ofMillis(random.nextInt(2_000)));
    }

    private Result answer(Call call) {
        try {
            work(call.contents(), new Crashes());
            return ScriptedFunctions.SUCCESS;
        } catch (Crash | CompletionException e) {
            return ScriptedFunctions.CRASH;
        }
    }

    /** What the functions do, in short: events are folded together, erasures walked one by one. */
    private void work(List<String> contents, Crashes crashes) {
        List<ShopEvent> events = new ArrayList<>();
        for (String content : contents) {
            ShopEvent event = reader.read(content);
            if (event instanceof ShopperErased request) {
                erase(request.shopperId(), crashes);
            } else {
                events.add(event);
            }
        }
        new ProfileFolding(new Overtaken(crashes), late, Runnable::run, tries -> {})
                .fold(events)
                .forEach(fate -> fates.merge(kind(fate), 1, Integer::sum));
    }

    private void erase(ShopperId shopper, Crashes crashes) {
        Tombstones tombstones = new Tombstones() {
            @Override
            public Standing find(ShopperId whom) {
                return store.find(whom);
            }

            @Override
            public boolean put(ShopperId whom, Tombstone tombstone, long expectedVersion) {
                crashes.maybe();
                boolean stands = store.put(whom, tombstone, expectedVersion);
                crashes.maybe();
                return stands;
            }
        };
        new Erasure(tombstones, List.of(late), tries -> {}).erase(shopper, world.timeline.now());
    }

    /** Two weeks later an operator sends all dead letters again; the stream's were kept as well. */
    private void redrive() {
        world.timeline.advance(Duration.ofDays(14));
        List<String> contents = new ArrayList<>();
        world.engine.deadLetters("orders-dead").forEach(dead -> contents.add(dead.body()));
        world.engine.deadLetters("clicks-failed").stream()
                .flatMap(dead -> dead.records().stream())
                .forEach(lost -> contents.add(new String(lost.data(), StandardCharsets.UTF_8)));
        contents.forEach(content -> work(List.of(content), new Crashes(0)));
    }

    private Duration anytime() {
        return Duration.ofMillis(random.nextInt(3_600_000));
    }

    private static ShopperErased request(ShopperId shopper) {
        return new ShopperErased(new Origin("x-" + shopper, World.START), shopper, Optional.empty());
    }

    private static FateKind kind(Fate fate) {
        return switch (fate) {
            case Fate.Counted done -> FateKind.COUNTED;
            case Fate.Erased gone -> FateKind.ERASED;
            case Fate.Repeated again -> FateKind.OTHER;
            case Fate.Superseded newer -> FateKind.OTHER;
            case Fate.SetAside aside -> FateKind.OTHER;
            case Fate.Busy world -> throw new IllegalStateException("nothing is busy here: " + world.reason());
        };
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Dies now and then. */
    private final class Crashes {
        private final int percent;

        Crashes() {
            this(CRASH_PERCENT);
        }

        Crashes(int percent) {
            this.percent = percent;
        }

        void maybe() {
            if (random.nextInt(100) < percent) {
                throw new Crash();
            }
        }
    }

    /** A store whose callers are overtaken by an erasure, and die, between load and save. */
    private final class Overtaken implements ProfileStore {
        private final Crashes crashes;

        Overtaken(Crashes crashes) {
            this.crashes = crashes;
        }

        @Override
        public Map<ShopperId, Stored> load(Set<ShopperId> shoppers) {
            return store.load(shoppers);
        }

        @Override
        public boolean save(Profile profile, long expectedVersion) {
            int number = Integer.parseInt(profile.shopper().value().substring("shopper-".length()));
            if (number < ERASED && random.nextInt(100) < OVERTAKE_PERCENT) {
                erase(profile.shopper(), new Crashes(0));
            }
            crashes.maybe();
            boolean saved = store.save(profile, expectedVersion);
            crashes.maybe();
            return saved;
        }
    }
}
