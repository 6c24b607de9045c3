package dev.nextcart.local.tables;

import dev.nextcart.local.engine.DeliveryEngine;
import dev.nextcart.local.engine.Hold;
import dev.nextcart.local.template.TableSpec;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Follows one table's stream on a thread of its own and hands its changes to the engine.
 *
 * <p>What a function wrote counts as outstanding from the moment it ends: {@link #touch}ed, the follower holds the engine
 * until it has read every shard once more, begun later, and found nothing. So a quiet engine has seen all that functions
 * wrote. What others write, a command for one, counts from when it is read, within {@link #POLL}.
 */
public final class TableFollower implements AutoCloseable {
    /** Lambda polls a table's stream four times a second. */
    static final Duration POLL = Duration.ofMillis(250);

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
    private static final Logger logger = System.getLogger(TableFollower.class.getName());

    private final String name;
    private final ShardWalk walk;
    private final Supplier<Hold> holding;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition touched = lock.newCondition();
    private final Thread thread;

    // All guarded by the lock.
    private @Nullable Hold hold;
    private long touches;
    private boolean closed;

    // Of its thread only.
    private boolean failing;

    private TableFollower(String name, ShardWalk walk, Supplier<Hold> holding) {
        this.name = name;
        this.walk = walk;
        this.holding = holding;
        this.thread = Thread.ofPlatform().name("changes of " + name).daemon().unstarted(this::follow);
    }

    /** Begins to follow a table of a running DynamoDB Local, from its oldest change on. */
    public static TableFollower start(
            TableSpec table, DynamoDbClient client, DynamoDbStreamsClient streams, DeliveryEngine engine) {
        String arn = client.describeTable(request -> request.tableName(table.name()))
                .table()
                .latestStreamArn();
        TableLog log = new DynamoDbTableLog(streams, arn, new ChangeJson(table.streamArn(), "us-east-1"));
        return start(table.name(), new ShardWalk(log, change -> engine.putChange(table.id(), change)), engine::hold);
    }

    static TableFollower start(String name, ShardWalk walk, Supplier<Hold> holding) {
        TableFollower follower = new TableFollower(name, walk, holding);
        follower.thread.start();
        return follower;
    }

    /** Somebody may have written to the table: until it was read again, the engine is not quiet. Returns at once. */
    public void touch() {
        lock.lock();
        try {
            touches++;
            if (hold == null && !closed) {
                hold = holding.get();
            }
            touched.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            letGo();
            touched.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(CLOSE_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        long seen = touches();
        while (awaitWork(seen)) {
            seen = touches();
            if (readsNothing()) {
                letGoUnlessTouchedSince(seen);
            }
        }
    }

    /** Whether a pass was made and there was nothing; after one that found something it is worth looking again. */
    private boolean readsNothing() {
        try {
            boolean nothing = walk.pass() == 0;
            failing = false;
            return nothing;
        } catch (RuntimeException e) {
            if (!failing) {
                logger.log(Level.WARNING, "The changes of " + name + " cannot be read now; trying on", e);
            }
            failing = true;
            return false;
        }
    }

    private void letGoUnlessTouchedSince(long seen) {
        lock.lock();
        try {
            if (touches == seen) {
                letGo();
            }
        } finally {
            lock.unlock();
        }
    }

    private void letGo() {
        if (hold != null) {
            hold.close();
            hold = null;
        }
    }

    private long touches() {
        lock.lock();
        try {
            return touches;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a touch or the next poll; false once closed. After a failure it does not hurry. */
    private boolean awaitWork(long seen) {
        lock.lock();
        try {
            long left = POLL.toNanos();
            boolean hurried = !failing && hold != null;
            while (!closed && left > 0 && !hurried && (failing || touches == seen)) {
                left = touched.awaitNanos(left);
            }
            return !closed;
        } catch (InterruptedException e) {
            return false; // Nobody interrupts this thread but to end it.
        } finally {
            lock.unlock();
        }
    }
}
