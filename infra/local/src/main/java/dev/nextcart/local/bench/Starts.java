package dev.nextcart.local.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What one run measured, kinds in turn. */
public record Starts(List<ColdStartFigures> kinds) {
    /** How many times the native start's p50 this kind's is; empty without the one or the other. */
    public Optional<Double> ratio(String kind) {
        return find(kind).flatMap(other -> find(Kind.NATIVE).map(fastest -> other.p50Millis() / fastest.p50Millis()));
    }

    /** Field names are a contract: add, never rename. A kind that was not measured is null. */
    void putInto(ObjectNode json) {
        for (String kind : List.of(Kind.NATIVE, Kind.JVM, Kind.JVM_AOT)) {
            json.putNull(kind);
            find(kind).ifPresent(figures -> figures.putInto(json));
        }
        ObjectNode ratios = json.putObject("ratios");
        for (String kind : List.of(Kind.JVM, Kind.JVM_AOT)) {
            ratios.putNull(kind);
            ratio(kind).ifPresent(ratio -> ratios.put(kind, Rounded.of(ratio)));
        }
    }

    private Optional<ColdStartFigures> find(String kind) {
        return kinds.stream().filter(figures -> figures.kind().equals(kind)).findFirst();
    }
}
