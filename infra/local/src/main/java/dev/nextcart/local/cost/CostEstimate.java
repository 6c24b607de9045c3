package dev.nextcart.local.cost;

import dev.nextcart.local.usage.FunctionUse;
import dev.nextcart.local.usage.QueueUse;
import dev.nextcart.local.usage.StreamUse;
import dev.nextcart.local.usage.TableUse;
import dev.nextcart.local.usage.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a million events like those of a replay cost, line by line. Each thing used stands on one line, so the lines add
 * up to the total, and those of one function or one table to what that costs.
 */
public record CostEstimate(List<CostLine> lines) {
    static final double MILLION = 1e6;
    private static final double MEGABYTES_A_GIGABYTE = 1_024;
    private static final double MILLIS_A_SECOND = 1_000;

    /** Up to here a stream's retention is part of its shard hours. */
    private static final int FREE_RETENTION_HOURS = 24;

    public CostEstimate {
        lines = List.copyOf(lines);
    }

    /** @throws CostException when a price is missing, or nothing was sent */
    public static CostEstimate of(LastReplay replay, PriceTable prices, CostTerms terms) {
        if (replay.events() <= 0) {
            throw new CostException("the last replay sent no event, so nothing can be told of a million");
        }
        return new Making(prices, terms, MILLION / replay.events()).of(replay.usage());
    }

    public double usd() {
        return usd(line -> true);
    }

    /** Of the lines that are so. */
    public double usd(Predicate<CostLine> which) {
        return lines.stream().filter(which).mapToDouble(CostLine::usd).sum();
    }

    /** Of the lines that are so, for a million events. */
    public double quantity(Predicate<CostLine> which) {
        return lines.stream().filter(which).mapToDouble(CostLine::quantity).sum();
    }

    /** What the lines that are so have there, each once, in order. */
    public List<String> distinct(Predicate<CostLine> which, Function<CostLine, String> what) {
        return lines.stream().filter(which).map(what).distinct().sorted().collect(Collectors.toList());
    }

    private static final class Making {
        private final PriceTable prices;
        private final CostTerms terms;
        private final double scale;
        private final List<CostLine> lines = new ArrayList<>();

        /** @param scale from what was measured to a million events */
        Making(PriceTable prices, CostTerms terms, double scale) {
            this.prices = prices;
            this.terms = terms;
            this.scale = scale;
        }

        CostEstimate of(Usage usage) {
            usage.functions().forEach(this::function);
            usage.queues().forEach(this::queue);
            measured("eventbridge.events", "", "bus", (double) usage.busEvents());
            usage.streams().forEach(this::stream);
            return new CostEstimate(lines);
        }

        private void function(String name, FunctionUse use) {
            double gigabytes = terms.memoryMegabytes().orElse(use.memoryMegabytes()) / MEGABYTES_A_GIGABYTE;
            double seconds = (use.billedMillis() + use.startMillis()) / MILLIS_A_SECOND;
            measured("lambda.requests", name, name, (double) use.invocations());
            measured("lambda.duration." + terms.architecture(), name, name, gigabytes * seconds);
            measured("logs.ingestion", name, name, (double) use.logBytes());
            use.tables().forEach((table, units) -> table(name, table, units));
        }

        private void table(String function, String table, TableUse use) {
            measured("dynamodb.writeUnits", function, table, use.writeUnits() + use.turnedAway());
            measured("dynamodb.readUnits", function, table, use.readUnits());
        }

        private void queue(String name, QueueUse use) {
            measured("sqs.requests", "", name, (double) (use.sends() + use.receives() + use.deletes()));
        }

        private void stream(String name, StreamUse use) {
            measured("kinesis.putUnits", "", name, (double) use.putUnits());
            double shardHours = use.shards() * terms.hours();
            add("kinesis.shardHours", "", name, shardHours);
            if (use.retentionHours() > FREE_RETENTION_HOURS) {
                add("kinesis.extendedRetention", "", name, shardHours);
            }
        }

        private void measured(String price, String user, String resource, double quantity) {
            add(price, user, resource, quantity * scale);
        }

        /** What was not used needs no price. */
        private void add(String price, String user, String resource, double quantity) {
            if (quantity > 0) {
                lines.add(new CostLine(prices.price(price), user, resource, quantity));
            }
        }
    }
}
