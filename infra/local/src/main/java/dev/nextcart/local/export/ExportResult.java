package dev.nextcart.local.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What came of an export.
 *
 * @param read records in the archive
 * @param invalid that are no event of ours: functions refused them too
 * @param outside events that did not occur within the days asked for
 * @param repeated further copies of an event already there: same shopper, way in and id
 * @param conflicting of these, copies that tell something else; the earliest was kept
 * @param exported distinct events
 * @param first when the first of them occurred; empty when there is none
 * @param currencies of all orders' prices
 */
public record ExportResult(
        long read,
        long invalid,
        long outside,
        long repeated,
        long conflicting,
        long exported,
        Optional<Instant> first,
        Optional<Instant> last,
        SortedSet<String> currencies,
        List<Written> files) {
    public ExportResult {
        files = List.copyOf(files);
    }

    /**
     * A file.
     *
     * @param rows without the header
     * @param sha256 hexadecimal
     */
    public record Written(String name, long rows, long bytes, String sha256) {}
}
