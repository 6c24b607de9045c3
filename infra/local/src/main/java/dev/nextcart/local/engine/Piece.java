package dev.nextcart.local.engine;

import java.util.List;

/**
 * Records of one lane that are invoked together: a batch, or what is left of one.
 *
 * @param retries how often it was retried whole
 * @param invocations how often it was invoked, alone or as part of a larger piece
 * @param lastFailure of the last invocation; empty while none failed
 * @param functionError whether that was an error, and no answer that named failed items
 */
record Piece(List<StreamRecord> records, int retries, int invocations, String lastFailure, boolean functionError) {
    static Piece of(List<StreamRecord> records) {
        return new Piece(List.copyOf(records), 0, 0, "", false);
    }

    int size() {
        return records.size();
    }

    Piece from(int index) {
        return part(index, size());
    }

    Piece part(int from, int to) {
        return new Piece(records.subList(from, to), retries, invocations, lastFailure, functionError);
    }

    Piece failed(String failure, boolean byError) {
        return new Piece(records, retries, invocations + 1, failure, byError);
    }

    Piece retried() {
        return new Piece(records, retries + 1, invocations, lastFailure, functionError);
    }
}
