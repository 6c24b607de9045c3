package dev.nextcart.local.engine;

import dev.nextcart.local.template.SourceSpec.StreamSource;
import java.util.List;

/**
 * What a Kinesis event source mapping tries next. By AWS's documentation: a function error retries the batch, or splits
 * it in two where bisecting is on; splitting does not consume the retry quota; a partial answer moves the checkpoint to
 * the lowest failed record and, where bisecting is on, splits the batch there.
 *
 * <p>Where AWS does not say, the harsher reading: without bisecting, a partial answer that made progress consumes a
 * retry of the batch. And a partial answer that fails at the first record made none, so it counts as an error: with
 * bisecting the batch is halved, or its first record could never be told from the rest.
 */
final class RetryPolicy {
    private final boolean bisect;
    private final int maximumRetries;

    RetryPolicy(StreamSource spec) {
        this.bisect = spec.bisectBatchOnFunctionError();
        this.maximumRetries = spec.maximumRetryAttempts();
    }

    /** @return pieces to try in turn; none when the piece is to be given up */
    List<Piece> afterFailure(Piece piece) {
        if (bisect && piece.size() > 1) {
            int middle = piece.size() / 2;
            return List.of(piece.part(0, middle), piece.from(middle));
        }
        return isExhausted(piece) ? List.of() : List.of(piece.retried());
    }

    /**
     * After some records at its head were done.
     *
     * @param rest the piece less those
     * @return pieces to try in turn; none when the rest is to be given up
     */
    List<Piece> afterProgress(Piece rest) {
        if (bisect) {
            return List.of(rest);
        }
        return isExhausted(rest) ? List.of() : List.of(rest.retried());
    }

    private boolean isExhausted(Piece piece) {
        return maximumRetries >= 0 && piece.retries() >= maximumRetries;
    }
}
