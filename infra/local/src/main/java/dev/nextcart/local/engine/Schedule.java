package dev.nextcart.local.engine;

import dev.nextcart.local.engine.EngineStatus.ScheduleStatus;
import dev.nextcart.local.engine.Invoker.Result;
import dev.nextcart.local.template.SourceSpec.ScheduleSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A schedule of EventBridge Scheduler. It stands in the background of the diary: it fires when the clock passes its
 * time, and nobody's clock runs ahead for it. Each firing is a ticket, from its first try until it was answered or
 * given up.
 */
final class Schedule {
    private final ScheduleSource spec;
    private final Invocations invocations;
    private final Timeline timeline;
    private final Tickets tickets;
    private final SourceTally tally;
    private final ScheduleEvent event;
    private final @Nullable Queue deadLetters;
    private @Nullable Instant next;
    private @Nullable Instant last;

    /** @param deadLetters where events go that were given up; null if they are lost */
    Schedule(
            ScheduleSource spec,
            Invocations invocations,
            Timeline timeline,
            Tickets tickets,
            SourceTally tally,
            Ids ids,
            @Nullable Queue deadLetters) {
        this.spec = spec;
        this.invocations = invocations;
        this.timeline = timeline;
        this.tickets = tickets;
        this.tally = tally;
        this.event = new ScheduleEvent(spec, ids);
        this.deadLetters = deadLetters;
    }

    String name() {
        return spec.name();
    }

    String function() {
        return invocations.function().name();
    }

    /** Begins to wait for its first time; a rate's first period begins now. */
    void start() {
        if (spec.enabled()) {
            planAfter(timeline.now());
        }
    }

    /** Fires now, whatever its state; {@code heard} completes when its first try has ended. */
    void runNow(CompletableFuture<ScheduleRun> heard) {
        fire(timeline.now(), heard);
    }

    ScheduleStatus status() {
        return new ScheduleStatus(
                spec.name(),
                function(),
                spec.expression().text(),
                spec.enabled(),
                Optional.ofNullable(next),
                Optional.ofNullable(last),
                tally.status());
    }

    private void planAfter(Instant after) {
        next = spec.expression().next(after).orElse(null);
        if (next != null) {
            Instant at = next;
            Duration wait = Duration.between(timeline.now(), at);
            timeline.inBackground(wait.isNegative() ? Duration.ZERO : wait, () -> {
                planAfter(at);
                fire(at, new CompletableFuture<>());
            });
        }
    }

    private void fire(Instant scheduledTime, CompletableFuture<ScheduleRun> heard) {
        last = timeline.now();
        new Firing(scheduledTime, tickets.issue(), heard).attempt();
    }

    /** One event on its way: tried, tried again, done or given up. */
    private final class Firing {
        private final Instant scheduledTime;
        private final Instant firedAt = timeline.now();
        private final long ticket;
        private final CompletableFuture<ScheduleRun> heard;
        private final Backoff backoff = Backoff.betweenAsynchronousTries();
        private int attempts;

        private Firing(Instant scheduledTime, long ticket, CompletableFuture<ScheduleRun> heard) {
            this.scheduledTime = scheduledTime;
            this.ticket = ticket;
            this.heard = heard;
        }

        private void attempt() {
            String payload = event.payload(scheduledTime, attempts + 1);
            invocations.start(payload, 1, tally, result -> settle(payload, result));
        }

        private void settle(String payload, Result result) {
            switch (result) {
                case Result.Answered answered -> {
                    tally.acknowledged++;
                    heard.complete(new ScheduleRun.Answered(answered.payload()));
                    tickets.release(ticket);
                }
                case Result.Failed failed -> fail(payload, failed.errorType() + ": " + failed.message());
                case Result.Throttled none -> {
                    tally.throttled(1);
                    invocations.whenRoom(this::attempt);
                }
            }
        }

        private void fail(String payload, String failure) {
            tally.failures++;
            attempts++;
            Duration wait = backoff.next();
            boolean tooOld =
                    firedAt.plus(spec.maximumEventAge()).isBefore(timeline.now().plus(wait));
            boolean exhausted = attempts > spec.maximumRetryAttempts();
            heard.complete(new ScheduleRun.Failed(failure, !tooOld && !exhausted));
            if (exhausted || tooOld) {
                giveUp(payload, failure, exhausted ? "MaximumRetryAttempts" : "MaximumEventAgeInSeconds");
            } else {
                timeline.after(wait, this::attempt);
            }
        }

        private void giveUp(String payload, String failure, String condition) {
            tally.givenUp++;
            if (deadLetters != null) {
                deadLetters.sendDeadLetter(
                        payload, event.reasons(scheduledTime, attempts, condition, failure), List.of());
            }
            tickets.release(ticket);
        }
    }
}
