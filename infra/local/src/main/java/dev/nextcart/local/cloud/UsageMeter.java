package dev.nextcart.local.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.local.engine.EngineUsage;
import dev.nextcart.local.runtime.FunctionTime;
import dev.nextcart.local.runtime.OutputListener;
import dev.nextcart.local.template.FunctionSpec;
import dev.nextcart.local.usage.FunctionUse;
import dev.nextcart.local.usage.TableUse;
import dev.nextcart.local.usage.Usage;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Puts together what a cloud was asked to do: what functions print of their tables (the property {@code Tables} beside
 * their metrics), how much they print, how long they ran, and what went through the engine.
 */
final class UsageMeter implements OutputListener {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Collection<FunctionSpec> functions;
    private final ConcurrentMap<String, LongAdder> logBytes = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, ConcurrentMap<String, TableUse>> tables = new ConcurrentHashMap<>();

    UsageMeter(Collection<FunctionSpec> functions) {
        this.functions = functions;
    }

    @Override
    public void line(FunctionSpec function, String line) {
        int bytes = line.getBytes(StandardCharsets.UTF_8).length + 1;
        logBytes.computeIfAbsent(function.name(), fresh -> new LongAdder()).add(bytes);
        if (line.startsWith("{") && line.contains("\"Tables\"")) {
            parse(line)
                    .path("Tables")
                    .properties()
                    .forEach(table -> tables.computeIfAbsent(function.name(), fresh -> new ConcurrentHashMap<>())
                            .merge(table.getKey(), use(table.getValue()), TableUse::plus));
        }
    }

    /** @param times by function name */
    Usage usage(EngineUsage engine, Map<String, FunctionTime> times) {
        SortedMap<String, FunctionUse> uses = new TreeMap<>();
        for (FunctionSpec function : functions) {
            FunctionTime time = times.getOrDefault(function.name(), new FunctionTime(0, 0, 0, 0));
            LongAdder bytes = logBytes.getOrDefault(function.name(), new LongAdder());
            uses.put(
                    function.name(),
                    new FunctionUse(
                            function.memoryMegabytes(),
                            time.invocations(),
                            time.billedMillis(),
                            time.starts(),
                            time.startMillis(),
                            bytes.sum(),
                            new TreeMap<>(tables.getOrDefault(function.name(), new ConcurrentHashMap<>()))));
        }
        return new Usage(uses, engine.queues(), engine.streams(), engine.busEvents());
    }

    private static TableUse use(JsonNode units) {
        return new TableUse(
                units.path("ReadUnits").asDouble(),
                units.path("WriteUnits").asDouble(),
                units.path("TurnedAway").asLong());
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode(); // A crash may cut a line short.
        }
    }
}
