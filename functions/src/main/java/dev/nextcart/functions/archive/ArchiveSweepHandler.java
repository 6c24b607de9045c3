package dev.nextcart.functions.archive;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.nextcart.archive.ArchiveSweep;
import dev.nextcart.archive.ArchiveSweep.Swept;
import dev.nextcart.functions.intake.Report;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code archive-sweep}: on a schedule, whatever that sends. A sweep that runs out of time says so and goes on with the
 * next call; one that fails throws, and the schedule tries again.
 */
@Named(ArchiveSweepHandler.NAME)
public final class ArchiveSweepHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    static final String NAME = "archive-sweep";

    /** More than a page of objects takes to sweep. */
    private static final int RESERVE_MILLIS = 120_000;

    private final ArchiveSweep sweep;
    private final Report report;

    ArchiveSweepHandler(ArchiveSweep sweep, Report report) {
        this.sweep = sweep;
        this.report = report;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> schedule, Context context) {
        Swept swept = sweep.sweep(() -> context.getRemainingTimeInMillis() > RESERVE_MILLIS);
        Map<String, Number> metrics = new LinkedHashMap<>();
        metrics.put("ObjectsSwept", swept.objects());
        metrics.put("RecordsSweptOut", swept.removed());
        metrics.put("SweepsUnfinished", swept.finished() ? 0 : 1);
        report.tell(NAME, metrics);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("tombstones", swept.tombstones());
        answer.put("objects", swept.objects());
        answer.put("removed", swept.removed());
        answer.put("finished", swept.finished());
        return answer;
    }
}
