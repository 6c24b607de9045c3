package dev.nextcart.local.engine;

import dev.nextcart.local.template.QueueSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A standard SQS queue. A received message is invisible for the visibility timeout and comes back unless deleted; one
 * that was received {@code maxReceiveCount} times goes to the dead-letter queue at the next attempt to receive it; one
 * older than the retention is dropped when somebody would receive it.
 */
final class Queue implements Target {
    /** Quota of a standard queue: 120,000 in flight (Amazon SQS quotas, read 2026-11). */
    static final int MAX_IN_FLIGHT = 120_000;

    private final QueueSpec spec;
    private final Timeline timeline;
    private final Tickets tickets;
    private final Faults faults;
    private final SplittableRandom random;
    private final Ids ids;
    private final VisibleMessages visible = new VisibleMessages();
    private final InFlightMessages inFlight;
    private final List<Runnable> pollers = new ArrayList<>();
    private final Shelf shelf;
    private final QueueRequests requests = new QueueRequests();
    private @Nullable DeadLettering deadLettering;
    private boolean takesDeadLetters;
    private int delayed;
    private long expired;
    private long accepted;

    Queue(QueueSpec spec, Timeline timeline, Tickets tickets, Faults faults, SplittableRandom random) {
        this.spec = spec;
        this.timeline = timeline;
        this.tickets = tickets;
        this.faults = faults;
        this.random = random;
        this.ids = new Ids(random.split());
        this.inFlight = new InFlightMessages(timeline, spec.visibilityTimeout(), this::appear);
        this.shelf = new Shelf(visible);
    }

    QueueSpec spec() {
        return spec;
    }

    void redriveBy(DeadLettering policy) {
        deadLettering = policy;
    }

    /** Others give their messages up to this queue. */
    void markAsDestination() {
        takesDeadLetters = true;
    }

    /** @param poller called whenever there may be something to receive */
    void addPoller(Runnable poller) {
        pollers.add(poller);
    }

    @Override
    public void send(long ticket, String body) {
        requests.sent(body);
        Message message =
                new Message(ids.next(), body, Md5.hex(body), SqsEventJson.bytes(body), ticket, timeline.now());
        accept(message);
        if (pollers.isEmpty()) {
            // Nothing here will ever move it again: whoever waits for the ticket would wait for ever.
            tickets.release(ticket);
        }
    }

    /** A message that is nobody's ticket any more. */
    void sendDeadLetter(String body, Map<String, String> reasons, List<DeadLetter.LostRecord> records) {
        requests.sent(body);
        Message message =
                new Message(ids.next(), body, Md5.hex(body), SqsEventJson.bytes(body), Tickets.NONE, timeline.now());
        message.reasons = reasons;
        message.records = pollers.isEmpty() && shelf.hasRoomFor(records) ? records : List.of();
        accept(message);
    }

    /** Receives up to so many messages, whose Records take up to so many bytes of an event. */
    List<Delivery> receive(int maxMessages, int maxBytes) {
        if (faults.reorderWindow() > 1) {
            visible.shuffleHead(faults.reorderWindow(), random);
        }
        List<Delivery> batch = new ArrayList<>();
        Instant now = timeline.now();
        int bytes = 0;
        while (batch.size() < maxMessages && inFlight.size() < MAX_IN_FLIGHT) {
            Message message = firstDeliverable(now);
            if (message == null || bytes + message.eventBytes > maxBytes) {
                break;
            }
            visible.removeFirst();
            bytes += message.eventBytes;
            batch.add(deliver(message, now));
        }
        requests.received(batch);
        return batch;
    }

    /** Whether a message could be received if the receiver had room for it. */
    boolean hasVisible() {
        return visible.size() > 0;
    }

    /** The work is done. A handle that is not the latest deletes nothing, as AWS warns. */
    void delete(Delivery delivery) {
        Message message = delivery.message();
        if (!delivery.isLatest()) {
            return;
        }
        if (inFlight.remove(message)) {
            message.gone = true;
        } else {
            visible.delete(message);
        }
        tickets.release(message.ticket);
    }

    /** What was asked of it so far. */
    QueueRequests requests() {
        return requests;
    }

    /** Undoes a receive: the message is first in line again and was received once less. */
    void putBack(Delivery delivery) {
        Message message = delivery.message();
        if (delivery.isLatest() && inFlight.remove(message)) {
            message.receiveCount--;
            visible.addFirst(message);
        }
    }

    /** Whether the message is still invisible to others on account of this delivery. */
    boolean holds(Delivery delivery) {
        return delivery.isLatest() && delivery.message().visibleAt.isAfter(timeline.now());
    }

    EngineStatus.QueueStatus status() {
        Instant now = timeline.now();
        Duration oldest = messages()
                .map(message -> Duration.between(message.sentAt, now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return new EngineStatus.QueueStatus(
                spec.name(),
                visible.size(),
                inFlight.size(),
                delayed,
                takesDeadLetters,
                deadLettering == null ? 0 : deadLettering.moved(),
                expired,
                accepted,
                oldest);
    }

    List<DeadLetter> deadLetters() {
        return messages()
                .map(each -> new DeadLetter(each.id, each.sentAt, each.body, each.reasons, each.records))
                .toList();
    }

    /** Takes a message out that nobody will receive; whether it lay here. */
    boolean discard(String messageId) {
        Optional<Message> found =
                visible.stream().filter(message -> message.id.equals(messageId)).findFirst();
        found.ifPresent(message -> {
            visible.delete(message);
            shelf.forget(message.records);
            tickets.release(message.ticket);
        });
        return found.isPresent();
    }

    private Stream<Message> messages() {
        return Stream.concat(visible.stream(), inFlight.stream());
    }

    /** Takes a message that was another queue's, or a new one. */
    void accept(Message message) {
        accepted++;
        visible.add(message);
        if (pollers.isEmpty()) {
            expired += shelf.makeRoom();
        }
        pollers.forEach(Runnable::run);
    }

    private void appear(Message message) {
        visible.add(message);
        pollers.forEach(Runnable::run);
    }

    private @Nullable Message firstDeliverable(Instant now) {
        for (Message first = visible.first(); first != null; first = visible.first()) {
            boolean old = first.sentAt.plus(spec.retention()).isBefore(now);
            boolean exhausted = deadLettering != null && deadLettering.isDue(first);
            if (!old && !exhausted) {
                return first;
            }
            visible.removeFirst();
            first.gone = true;
            if (deadLettering != null && !old) {
                deadLettering.move(first);
            } else {
                expired++;
            }
            tickets.release(first.ticket);
        }
        return null;
    }

    private Delivery deliver(Message message, Instant now) {
        if (faults.duplicateProbability() > 0 && random.nextDouble() < faults.duplicateProbability()) {
            duplicate(message);
        }
        message.receiveCount++;
        if (message.receiveCount == 1) {
            message.firstReceivedAt = now;
        }
        inFlight.add(message, now);
        return new Delivery(message, message.receiveCount);
    }

    private void duplicate(Message message) {
        Message twin = message.again(message.ticket);
        tickets.add(twin.ticket);
        delayed++;
        Duration delay = Duration.ofNanos(
                random.nextLong(Math.max(1, spec.visibilityTimeout().toNanos())));
        timeline.after(delay, () -> {
            delayed--;
            appear(twin);
        });
    }
}
