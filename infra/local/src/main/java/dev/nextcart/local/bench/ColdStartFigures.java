package dev.nextcart.local.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * All starts of a kind.
 *
 * @param p50Millis from the process's start to its first answer
 * @param p50AskedMillis from the process's start until it asked for its first event
 * @param p50AnswerMillis from there to the answer
 * @param cpuMillis processor time of a start, on average
 * @param rssMiB most memory any of them held; empty where nobody counts it
 * @param zipMiB what would have to be uploaded
 */
public record ColdStartFigures(
        String kind,
        double p50Millis,
        double p99Millis,
        double p50AskedMillis,
        double p50AnswerMillis,
        double cpuMillis,
        OptionalDouble rssMiB,
        double zipMiB) {
    static ColdStartFigures of(Kind kind, List<StartFigures> starts) {
        Percentiles answered = percentiles(starts, StartFigures::answeredMillis);
        return new ColdStartFigures(
                kind.name(),
                answered.p50(),
                answered.p99(),
                percentiles(starts, StartFigures::askedMillis).p50(),
                percentiles(starts, start -> start.answeredMillis() - start.askedMillis())
                        .p50(),
                starts.stream()
                        .mapToDouble(start -> start.costs().cpuMillis())
                        .average()
                        .orElseThrow(),
                starts.stream()
                        .flatMapToDouble(start -> start.costs().peakRssMiB().stream())
                        .max(),
                kind.zipMiB());
    }

    void putInto(ObjectNode summary) {
        ObjectNode json = summary.putObject(kind)
                .put("p50Millis", Rounded.of(p50Millis))
                .put("p99Millis", Rounded.of(p99Millis))
                .put("cpuMillis", Rounded.of(cpuMillis))
                .putNull("rssMiB");
        rssMiB.ifPresent(peak -> json.put("rssMiB", Rounded.of(peak)));
        json.put("zipMiB", Rounded.of(zipMiB));
    }

    private static Percentiles percentiles(List<StartFigures> starts, ToDoubleFunction<StartFigures> figure) {
        return Percentiles.of(starts.stream().mapToDouble(figure).boxed().toList());
    }
}
