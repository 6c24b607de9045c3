package dev.nextcart.local.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.engine.DeadLetter.LostRecord;
import java.util.List;
import java.util.Map;

/** What stands behind an on-failure destination. */
@FunctionalInterface
interface FailureOutlet {
    /**
     * Takes a batch that was given up.
     *
     * @param invocation the invocation record that AWS documents, without a payload
     * @param reasons the same in the words of our dead letters
     */
    void take(ObjectNode invocation, Piece piece, Map<String, String> reasons);

    /** SQS is told where the records are; a copy of them is kept beside, for an operator. */
    static FailureOutlet to(Queue queue) {
        return (invocation, piece, reasons) -> {
            List<LostRecord> records = piece.records().stream()
                    .map(each -> new LostRecord(each.partitionKey(), each.sequenceNumber(), each.data()))
                    .toList();
            queue.sendDeadLetter(invocation.toString(), reasons, records);
        };
    }
}
