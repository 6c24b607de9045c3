package dev.nextcart.domain.profile;

import dev.nextcart.domain.event.ClickEvent;
import dev.nextcart.domain.event.ClickEvent.SearchPerformed;
import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.event.ReviewEvent;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopEvent.Stream;
import dev.nextcart.domain.event.ShopperId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One shopper: a pure function of the set of events counted. Adding the same events in any order gives an equal
 * profile, byte for byte once stored; each part says why. Integers only, no clock, nothing looked up: decays and rates
 * are for whoever reads.
 *
 * @param firstSeen when the oldest counted event occurred (a minimum)
 * @param lastSeen when the newest counted event occurred (a maximum)
 * @param counted events counted (a count)
 * @param recent the newest {@value Touch#KEPT} touches of products, newest first (a newest-k list)
 * @param memories what each stream's events were counted; one per {@link Stream}, so that a thousand clicks cannot
 *     push an order that waits in its queue below the floor
 */
public record Profile(
        ShopperId shopper,
        Instant firstSeen,
        Instant lastSeen,
        long counted,
        Purchases purchases,
        Weeks weeks,
        Affinity affinity,
        List<Touch> recent,
        Reviews reviews,
        Cart cart,
        Searches searches,
        Recommendations recommendations,
        Map<Stream, Memory> memories) {

    public Profile {
        recent = List.copyOf(recent);
        memories = Map.copyOf(memories);
    }

    /** The ways in whose events a profile counts. */
    public static final Set<Stream> STREAMS = Set.copyOf(EnumSet.of(Stream.ORDERS, Stream.REVIEWS, Stream.CLICKS));

    /** The profile of a shopper of whom nothing is known. */
    public static Profile blank(ShopperId shopper) {
        return new Profile(
                shopper,
                Instant.MAX,
                Instant.MIN,
                0,
                Purchases.NONE,
                Weeks.NONE,
                Affinity.NONE,
                List.of(),
                Reviews.NONE,
                Cart.EMPTY,
                Searches.NONE,
                Recommendations.NONE,
                Map.of());
    }

    /** The fold: all events, each counted, in any order. */
    public static Profile of(ShopperId shopper, Iterable<? extends ShopEvent> events) {
        Profile profile = blank(shopper);
        for (ShopEvent event : events) {
            profile = profile.with(event);
        }
        return profile;
    }

    /** Whether an event would be new to this profile. */
    public enum Verdict {
        /** Never counted: count it. */
        NEW,
        /** Counted before: do nothing. */
        REPEAT,
        /** At or below the floor and not remembered: set it aside. */
        LATE
    }

    public Verdict judge(ShopEvent event) {
        Memory memory = memory(event.stream());
        if (memory.remembers(event)) {
            return Verdict.REPEAT;
        }
        return memory.mayHaveForgotten(event) ? Verdict.LATE : Verdict.NEW;
    }

    /**
     * This profile with one more event counted. It does not ask whether the event is new; {@link #judge} does.
     *
     * @throws IllegalArgumentException when the event belongs to somebody else, or to no profile
     */
    public Profile with(ShopEvent event) {
        if (!STREAMS.contains(event.stream())) {
            throw new IllegalArgumentException("event " + event.eventId() + " is not of a kind that profiles count");
        }
        if (!event.shopper().filter(shopper::equals).isPresent()) {
            throw new IllegalArgumentException("event " + event.eventId() + " is not of this profile's shopper");
        }
        Instant newest = lastSeen.isAfter(event.occurredAt()) ? lastSeen : event.occurredAt();
        return new Profile(
                shopper,
                firstSeen.isBefore(event.occurredAt()) ? firstSeen : event.occurredAt(),
                newest,
                counted + 1,
                event instanceof OrderEvent order ? purchases.with(order) : purchases,
                weeks.with(event, newest),
                affinity.with(event),
                Touch.newest(recent, event),
                event instanceof ReviewEvent review ? reviews.with(review) : reviews,
                cart.with(event),
                event instanceof SearchPerformed search ? searches.with(search) : searches,
                event instanceof ClickEvent click ? recommendations.with(click) : recommendations,
                remembering(event));
    }

    /** What this profile remembers of a stream; blank if nothing. */
    public Memory memory(Stream stream) {
        return memories.getOrDefault(stream, Memory.BLANK);
    }

    private Map<Stream, Memory> remembering(ShopEvent event) {
        Map<Stream, Memory> next = new EnumMap<>(Stream.class);
        next.putAll(memories);
        next.put(event.stream(), memory(event.stream()).with(event));
        return next;
    }
}
