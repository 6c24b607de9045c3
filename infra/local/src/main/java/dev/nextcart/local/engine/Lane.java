package dev.nextcart.local.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.local.engine.Invoker.Result;
import dev.nextcart.local.template.SourceSpec.StreamSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A shard, or the part of one that a parallelization factor sets apart: one batch at a time, in order. Whatever fails
 * holds up everything behind it until it is done, given up or too old. So what is done is always a prefix, and the
 * checkpoint is where the rest begins.
 */
final class Lane {
    private final StreamSource spec;
    private final Invocations invocations;
    private final Timeline timeline;
    private final Tickets tickets;
    private final SourceTally tally;
    private final ObjectMapper mapper;
    private final BatchJson json;
    private final FailureDestination destination;
    private final AgeLimits ages;
    private final RetryPolicy policy;
    private final BatchGathering gathering;
    private final Backoff backoff = Backoff.betweenRetries();
    private final Deque<StreamRecord> undone = new ArrayDeque<>();
    private final Deque<Piece> pieces = new ArrayDeque<>();
    private boolean occupied;
    private boolean called;

    Lane(
            StreamSource spec,
            StreamFacts stream,
            Invocations invocations,
            Timeline timeline,
            Tickets tickets,
            SourceTally tally,
            ObjectMapper mapper,
            FailureDestination destination) {
        this.spec = spec;
        this.invocations = invocations;
        this.timeline = timeline;
        this.tickets = tickets;
        this.tally = tally;
        this.mapper = mapper;
        this.json = stream.json();
        this.destination = destination;
        this.ages = new AgeLimits(stream.retention(), spec.maximumRecordAge());
        this.policy = new RetryPolicy(spec);
        this.gathering = new BatchGathering(spec, timeline, this::work);
    }

    void add(StreamRecord record) {
        undone.addLast(record);
        gathering.add(record);
        if (!occupied && !called) {
            called = true;
            timeline.soon(() -> {
                called = false;
                work();
            });
        }
    }

    int behind() {
        return undone.size();
    }

    Duration oldest() {
        StreamRecord first = undone.peekFirst();
        return first == null ? Duration.ZERO : Duration.between(first.arrivedAt(), timeline.now());
    }

    private void work() {
        while (!occupied) {
            Piece piece = pieces.isEmpty() ? gathering.takeBatch() : pieces.removeFirst();
            if (piece == null) {
                return;
            }
            Piece fresh = dropAged(piece);
            if (fresh.size() > 0) {
                invoke(fresh);
            }
        }
    }

    private Piece dropAged(Piece piece) {
        int expired = ages.expired(piece.records(), timeline.now());
        if (expired > 0) {
            tally.expired += expired;
            checkpoint(expired);
        }
        Piece kept = piece.from(expired);
        int tooOld = ages.tooOld(kept.records(), timeline.now());
        if (tooOld > 0) {
            giveUp(kept.part(0, tooOld), FailureDestination.RECORD_AGE_EXCEEDED);
        }
        return kept.from(tooOld);
    }

    private void invoke(Piece piece) {
        occupied = true;
        invocations.start(json.write(piece.records()), piece.size(), tally, result -> {
            occupied = false;
            settle(piece, result);
            work();
        });
    }

    private void settle(Piece piece, Result result) {
        switch (result) {
            case Result.Answered answered -> settle(piece, read(piece, answered.payload()));
            case Result.Failed failed -> fail(piece.failed(failed.errorType() + ": " + failed.message(), true));
            case Result.Throttled none -> waitForRoom(piece);
        }
    }

    private BatchResponse read(Piece piece, String answer) {
        return spec.reportsBatchItemFailures()
                ? BatchResponse.read(mapper, answer, new SequenceNumbers(piece)::has)
                : new BatchResponse.Succeeded();
    }

    private void settle(Piece piece, BatchResponse response) {
        switch (response) {
            case BatchResponse.Succeeded all -> acknowledge(piece.size());
            case BatchResponse.SomeFailed some ->
                settleFirst(piece, new SequenceNumbers(piece).lowest(some.itemIdentifiers()));
            case BatchResponse.Failed failed -> fail(piece.failed(failed.reason(), false));
        }
    }

    /** Only the lowest failed sequence number counts; what was done behind it is done again. */
    private void settleFirst(Piece piece, int done) {
        Piece failed = piece.failed("named in batchItemFailures", false);
        if (done == 0) {
            fail(failed);
            return;
        }
        tally.partialFailures++;
        acknowledge(done);
        Piece rest = failed.from(done);
        retry(rest, policy.afterProgress(rest));
    }

    private void fail(Piece piece) {
        tally.failures++;
        retry(piece, policy.afterFailure(piece));
    }

    private void retry(Piece piece, List<Piece> next) {
        if (next.isEmpty()) {
            giveUp(piece, FailureDestination.RETRY_ATTEMPTS_EXHAUSTED);
            return;
        }
        next.reversed().forEach(pieces::addFirst);
        occupied = true;
        timeline.after(backoff.next(), this::resume);
    }

    private void waitForRoom(Piece piece) {
        tally.throttled(piece.size());
        pieces.addFirst(piece);
        occupied = true;
        invocations.whenRoom(this::resume);
    }

    private void resume() {
        occupied = false;
        work();
    }

    private void acknowledge(int records) {
        tally.acknowledged += records;
        backoff.reset();
        checkpoint(records);
    }

    private void giveUp(Piece piece, String condition) {
        tally.givenUp += piece.size();
        backoff.reset();
        destination.take(piece, condition);
        checkpoint(piece.size());
    }

    private void checkpoint(int records) {
        for (int i = 0; i < records; i++) {
            tickets.release(undone.removeFirst().ticket());
        }
    }
}
