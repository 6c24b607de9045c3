package dev.nextcart.local.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Where the time of a start goes, in milliseconds, medians of several; one step ends where the next begins.
 *
 * @param process until the function's own program is entered; empty on the JVM, where Lambda's runtime is the program
 * @param runtime until beans can be made: configuration, logging; on the JVM from the process's start
 * @param container until everything that Quarkus starts has started; empty for a native function, whose container was made
 *     with its image: that is part of {@code runtime}
 * @param clients until the handler has what it needs: stores, and the clients behind them
 * @param ask until the first event is asked for
 * @param firstCall until the answer: the event read, a read and a conditional write with their connection to DynamoDB
 */
public record StartSteps(
        String kind,
        OptionalDouble process,
        double runtime,
        OptionalDouble container,
        double clients,
        double ask,
        double firstCall) {
    /** Of one start. */
    static StartSteps of(String kind, StartTrace trace, StartFigures figures) {
        long start = figures.startedAtMicros();
        OptionalDouble program = trace.millis(StartTrace.PROGRAM, start);
        OptionalDouble beans = trace.millis(StartTrace.BEANS, start);
        double container = trace.millis(StartTrace.CONTAINER, start).orElseThrow();
        double wired = trace.millis(StartTrace.WIRED, start).orElseThrow();
        return new StartSteps(
                kind,
                program,
                beans.orElse(container) - program.orElse(0),
                beans.isPresent() ? OptionalDouble.of(container - beans.getAsDouble()) : OptionalDouble.empty(),
                wired - container,
                figures.askedMillis() - wired,
                figures.answeredMillis() - figures.askedMillis());
    }

    /** @param starts of one kind, at least one */
    static StartSteps median(List<StartSteps> starts) {
        return new StartSteps(
                starts.getFirst().kind,
                medianOfThoseWith(starts, StartSteps::process),
                median(starts, StartSteps::runtime),
                medianOfThoseWith(starts, StartSteps::container),
                median(starts, StartSteps::clients),
                median(starts, StartSteps::ask),
                median(starts, StartSteps::firstCall));
    }

    private static OptionalDouble medianOfThoseWith(
            List<StartSteps> starts, Function<StartSteps, OptionalDouble> step) {
        List<Double> known = starts.stream()
                .flatMap(start ->
                        Objects.requireNonNull(step.apply(start)).stream().boxed())
                .toList();
        return known.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Percentiles.of(known).p50());
    }

    void putInto(ObjectNode summary) {
        ObjectNode json = summary.putObject(kind).putNull("processMillis");
        process.ifPresent(millis -> json.put("processMillis", Rounded.of(millis)));
        json.put("runtimeMillis", Rounded.of(runtime)).putNull("containerMillis");
        container.ifPresent(millis -> json.put("containerMillis", Rounded.of(millis)));
        json.put("clientsMillis", Rounded.of(clients))
                .put("askMillis", Rounded.of(ask))
                .put("firstCallMillis", Rounded.of(firstCall));
    }

    private static double median(List<StartSteps> starts, Function<StartSteps, Double> step) {
        return Percentiles.of(starts.stream()
                        .map(start -> Objects.requireNonNull(step.apply(start)))
                        .toList())
                .p50();
    }
}
