package dev.nextcart.local.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.cost.CostEstimate;
import dev.nextcart.local.cost.CostLine;
import dev.nextcart.local.cost.CostTerms;
import dev.nextcart.local.cost.LastReplay;
import dev.nextcart.local.cost.PriceTable;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a million events cost, for machines. Field names are a contract: add, never rename. */
final class CostJson {
    private CostJson() {}

    static ObjectNode of(LastReplay replay, PriceTable prices, CostTerms terms, CostEstimate cost) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("usdPerMillionEvents", cost.usd());
        json.put("architecture", terms.architecture()).put("hours", terms.hours());
        terms.memoryMegabytes().ifPresent(memory -> json.put("memoryMegabytes", memory));
        json.putObject("prices")
                .put("file", prices.file().toString())
                .put("region", prices.region())
                .put("asOf", prices.asOf());
        sums(json.putObject("functions"), cost, line -> !line.user().isEmpty(), CostLine::user);
        sums(json.putObject("tables"), cost, line -> line.service().equals("dynamodb"), CostLine::resource);
        sums(json.putObject("waysIn"), cost, line -> line.user().isEmpty(), CostLine::resource);
        ArrayNode lines = json.putArray("lines");
        cost.lines()
                .forEach(line -> lines.addObject()
                        .put("price", line.price().key())
                        .put("function", line.user())
                        .put("resource", line.resource())
                        .put("quantity", line.quantity())
                        .put("unit", line.price().unit())
                        .put("usd", line.usd()));
        json.putObject("measured")
                .put("about", replay.about())
                .put("at", replay.measuredAt())
                .put("events", replay.events())
                .set("usage", replay.usage().json());
        return json;
    }

    private static void sums(
            ObjectNode json, CostEstimate cost, Predicate<CostLine> which, Function<CostLine, String> name) {
        cost.distinct(which, name)
                .forEach(one -> json.put(
                        one, cost.usd(which.and(line -> name.apply(line).equals(one)))));
    }
}
