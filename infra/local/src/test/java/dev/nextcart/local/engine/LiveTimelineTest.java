package dev.nextcart.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.local.engine.Invoker.Result;
import dev.nextcart.local.template.ScheduleExpression;
import dev.nextcart.local.template.SourceSpec.ScheduleSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveTimelineTest {
    /** Of real time, for what takes milliseconds: only a hang takes so long. */
    private static final int PATIENCE_SECONDS = 30;

    private final LiveTimeline timeline = LiveTimeline.start();

    @AfterEach
    void close() {
        timeline.close();
    }

    @Test
    void an_idle_clock_jumps_ahead_to_the_next_entry() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        Instant before = timeline.now();

        timeline.after(Duration.ofDays(1), ran::countDown);

        await(ran);
        assertFalse(timeline.now().isBefore(before.plus(Duration.ofDays(1))));
        assertTrue(timeline.skipped().compareTo(Duration.ofHours(23)) > 0);
    }

    @Test
    void a_busy_clock_does_not_jump() throws InterruptedException {
        CountDownLatch tomorrow = new CountDownLatch(1);
        CountDownLatch soon = new CountDownLatch(1);
        timeline.busy();
        timeline.after(Duration.ofDays(1), tomorrow::countDown);
        timeline.after(LiveTimeline.LINGER.multipliedBy(3), soon::countDown);

        await(soon);
        assertEquals(1, tomorrow.getCount());
        assertEquals(Duration.ZERO, timeline.skipped());
        timeline.idle();
        await(tomorrow);
    }

    @Test
    void actions_run_one_at_a_time_in_order() throws InterruptedException {
        ConcurrentLinkedQueue<String> ran = new ConcurrentLinkedQueue<>();
        CountDownLatch last = new CountDownLatch(1);
        timeline.busy();
        timeline.after(Duration.ofHours(2), () -> ran.add("b"));
        timeline.after(Duration.ofHours(1), () -> ran.add("a"));
        timeline.after(Duration.ofHours(2), last::countDown);
        timeline.idle();

        await(last);
        assertEquals(List.of("a", "b"), List.copyOf(ran));
    }

    @Test
    void an_action_that_throws_does_not_end_the_timeline() throws InterruptedException {
        CountDownLatch next = new CountDownLatch(1);
        timeline.soon(() -> {
            throw new IllegalStateException("broken");
        });
        timeline.soon(next::countDown);

        await(next);
        assertEquals("broken", timeline.failures().getFirst().getMessage());
    }

    @Test
    void a_cancelled_entry_holds_up_nothing_and_moves_no_clock() throws InterruptedException {
        CountDownLatch next = new CountDownLatch(1);
        timeline.busy();
        Timeline.Planned far = timeline.after(Duration.ofDays(1), () -> {});
        timeline.after(Duration.ofDays(2), next::countDown);
        far.cancel();
        timeline.idle();

        await(next);
        assertTrue(timeline.skipped().compareTo(Duration.ofDays(2)) <= 0);
    }

    @Test
    void the_background_runs_on_the_wall_clock_and_nobody_jumps_to_it() throws InterruptedException {
        CountDownLatch soon = new CountDownLatch(1);
        CountDownLatch tomorrow = new CountDownLatch(1);
        timeline.inBackground(Duration.ofDays(1), tomorrow::countDown);

        timeline.inBackground(LiveTimeline.LINGER.multipliedBy(10), soon::countDown);

        await(soon);
        assertEquals(Duration.ZERO, timeline.skipped());
        assertEquals(1, tomorrow.getCount());
    }

    @Test
    void a_jump_over_the_background_runs_it_on_the_way() throws InterruptedException {
        ConcurrentLinkedQueue<String> ran = new ConcurrentLinkedQueue<>();
        CountDownLatch last = new CountDownLatch(1);
        Instant before = timeline.now();
        timeline.inBackground(
                Duration.ofHours(1),
                () -> ran.add(
                        "after " + Duration.between(before, timeline.now()).toHours() + " h"));
        timeline.inBackground(Duration.ofHours(3), () -> ran.add("never"));

        timeline.after(Duration.ofHours(2), last::countDown);

        await(last);
        assertEquals(List.of("after 1 h"), List.copyOf(ran));
    }

    @Test
    void a_schedule_fires_in_real_time_while_nothing_else_happens() throws InterruptedException {
        CountDownLatch fired = new CountDownLatch(1);
        ScheduleSource dueInAMoment = new ScheduleSource(
                "Due",
                "due",
                new ScheduleExpression.Rate("in a moment", Duration.ofMillis(50)),
                Optional.of("{}"),
                true,
                0,
                Duration.ofDays(1),
                Optional.empty());
        Invoker invoker = (function, payload, done) -> {
            done.accept(ScriptedFunctions.SUCCESS);
            fired.countDown();
        };

        DeliveryEngine engine =
                new DeliveryEngine(Templates.template(Map.of(), 1, List.of(dueInAMoment)), invoker, timeline, 1);

        await(fired);
        engine.whenQuiet().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        assertEquals(Duration.ZERO, timeline.skipped());
        assertEquals(List.of(), timeline.failures());
    }

    @Test
    void who_may_not_skip_waits_and_goes_on_skipping_once_allowed() throws InterruptedException {
        AtomicBoolean allowed = new AtomicBoolean();
        CountDownLatch asked = new CountDownLatch(5);
        CountDownLatch tomorrow = new CountDownLatch(1);
        try (LiveTimeline asking = LiveTimeline.start(() -> {
            asked.countDown();
            return allowed.get();
        })) {
            asking.after(Duration.ofDays(1), tomorrow::countDown);

            await(asked);
            assertEquals(1, tomorrow.getCount());
            assertEquals(Duration.ZERO, asking.skipped());
            allowed.set(true);
            await(tomorrow);
        }
    }

    @Test
    void a_closed_timeline_runs_nothing_more() {
        timeline.close();

        timeline.soon(() -> {
            throw new IllegalStateException("must not run");
        });
        timeline.close();
        assertEquals(List.of(), timeline.failures());
    }

    @Test
    void idle_without_busy_is_an_error() {
        assertThrows(IllegalStateException.class, timeline::idle);
    }

    @Test
    void a_failing_function_costs_no_real_minutes() {
        AtomicInteger calls = new AtomicInteger();
        try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
            Invoker invoker = (function, payload, done) -> instances.execute(() -> done.accept(
                    calls.incrementAndGet() <= 5
                            ? ScriptedFunctions.CRASH
                            : new Result.Answered("{\"batchItemFailures\":[]}")));
            DeliveryEngine engine = new DeliveryEngine(Templates.queues(Templates.queueSource()), invoker, timeline, 1);
            try (ExecutorService senders = Executors.newFixedThreadPool(2)) {
                IntStream.range(0, 200).forEach(i -> senders.execute(() -> engine.sendMessage("orders", "m" + i)));
            }

            engine.whenQuiet().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            assertEquals(0, engine.outstanding());
            assertEquals(200, engine.status().sources().getFirst().acknowledged());
            assertEquals(List.of(), timeline.failures());
        }
    }

    @Test
    void waiting_for_a_free_instance_is_not_skipped() {
        AtomicInteger calls = new AtomicInteger();
        Invoker invoker = (function, payload, done) ->
                done.accept(calls.incrementAndGet() <= 3 ? ScriptedFunctions.THROTTLED : ScriptedFunctions.SUCCESS);
        DeliveryEngine engine = new DeliveryEngine(
                Templates.queues(Templates.queueSource(1, Duration.ZERO, true, 1)), invoker, timeline, 1);
        engine.sendMessage("orders", "1");

        engine.whenQuiet().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        assertEquals(4, calls.get());
        assertEquals(Duration.ZERO, timeline.skipped());
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertTrue(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing happened in time");
    }
}
