package dev.nextcart.local.cloud;

import dev.nextcart.domain.event.InvalidEventException;
import dev.nextcart.domain.event.Refusals;
import dev.nextcart.domain.event.ShopEvent.Stream;
import dev.nextcart.domain.event.StoreBusyException;
import dev.nextcart.wire.EventHead;
import dev.nextcart.wire.EventReader;
import dev.nextcart.wire.EventType;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where the shop hands its events in. Clicks go on the stream and all else on the bus; what neither can carry is
 * refused here, durably, with the reason. Whether an event makes sense is for the functions to say.
 */
final class Door {
    private static final String SOURCE = "door";

    /** The longest key that PutRecord takes. */
    private static final int MAX_KEY_CHARS = 256;

    /** EventBridge's limit on a detail-type. */
    private static final int MAX_TYPE_CHARS = 128;

    /** For clicks that name nobody: the function will refuse them, on whichever shard. */
    private static final String NOBODY = "-";

    private final Ways ways;
    private final Refusals refusals;
    private final JournalWriter journal;
    private final InstantSource clock;
    private final EventReader reader;
    private final AtomicLong handedIn = new AtomicLong();

    Door(Ways ways, Refusals refusals, JournalWriter journal, InstantSource clock) {
        this.ways = ways;
        this.refusals = refusals;
        this.journal = journal;
        this.clock = clock;
        this.reader = new EventReader(clock);
    }

    /**
     * Takes each text, in order, until one meets a busy store; what was taken is journalled. The rest is for the sender
     * to bring again, as PutEvents has it.
     *
     * @throws StoreBusyException when that was the first
     */
    List<Taken> take(List<String> events) {
        List<Taken> taken = new ArrayList<>(events.size());
        try {
            for (String event : events) {
                taken.add(take(event));
            }
        } catch (StoreBusyException e) {
            if (taken.isEmpty()) {
                throw e;
            }
        } finally {
            journal.write(taken);
        }
        return taken;
    }

    private Taken take(String event) {
        long number = handedIn.incrementAndGet();
        try {
            byte[] bytes = utf8(event);
            EventHead head = reader.peek(event);
            return new Taken.Delivered(event, send(head, event, bytes));
        } catch (InvalidEventException e) {
            return refuse(number, event, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return refuse(number, event, "cannot be sent: " + e.getMessage());
        }
    }

    private long send(EventHead head, String event, byte[] bytes) {
        boolean click = EventType.named(head.type())
                .filter(type -> type.stream() == Stream.CLICKS)
                .isPresent();
        if (click) {
            String key = head.shopperId()
                    .filter(id -> !id.isEmpty() && id.length() <= MAX_KEY_CHARS)
                    .orElse(NOBODY);
            return ways.toTheStream(key, bytes);
        }
        if (head.type().isEmpty() || head.type().length() > MAX_TYPE_CHARS) {
            throw new IllegalArgumentException(
                    "its type has " + head.type().length() + " characters, and EventBridge takes 1.." + MAX_TYPE_CHARS);
        }
        return ways.toTheBus(head.type(), event);
    }

    private Taken refuse(long number, String event, String reason) {
        refusals.refuse(new Refusals.Refusal(SOURCE, SOURCE + "-" + number, reason, event, clock.instant()));
        return new Taken.Refused(event, reason);
    }

    private static byte[] utf8(String event) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(event));
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("it holds half a surrogate pair, which has no UTF-8 form", e);
        }
    }
}
