package dev.nextcart.local.cli;

import dev.nextcart.local.cost.CostEstimate;
import dev.nextcart.local.cost.CostLine;
import dev.nextcart.local.cost.CostTerms;
import dev.nextcart.local.cost.LastReplay;
import dev.nextcart.local.cost.PriceTable;
import java.util.Locale;
import java.util.function.Predicate;

/** What a million events cost, for a person: by function, by table, by what brings events in, and the total. */
final class CostPage {
    private final Screen screen;

    CostPage(Screen screen) {
        this.screen = screen;
    }

    void print(LastReplay replay, PriceTable prices, CostTerms terms, CostEstimate cost) {
        screen.heading("US dollars for a million events");
        screen.line("  as measured by " + Money.count(replay.events(), "event") + " on " + replay.measuredAt() + ": "
                + replay.about());
        functions(cost);
        tables(cost);
        ways(cost);
        screen.blank();
        screen.good(String.format(
                Locale.ROOT,
                "%s for a million events, %s of it shards by the hour",
                dollars(cost.usd()),
                dollars(cost.usd(CostPage::byTheHour))));
        screen.line(String.format(
                Locale.ROOT,
                "  %s, a million events in %s hours; list prices of %s as of %s (%s: to be checked).",
                terms.architecture(),
                number(terms.hours()),
                prices.region(),
                prices.asOf(),
                prices.file().getFileName()));
        screen.line("  Times and full batches are this machine's. Not in it: see nextcart cost --help.");
    }

    private void functions(CostEstimate cost) {
        row("By function", "invocations", "GB-seconds", "Lambda", "logs", "tables", "sum");
        for (String name : cost.distinct(line -> !line.user().isEmpty(), CostLine::user)) {
            Predicate<CostLine> own = line -> line.user().equals(name);
            row(
                    name,
                    count(cost.quantity(own.and(priced("lambda.requests")))),
                    count(cost.quantity(own.and(line -> line.price().key().startsWith("lambda.duration")))),
                    dollars(cost.usd(own.and(of("lambda")))),
                    dollars(cost.usd(own.and(of("logs")))),
                    dollars(cost.usd(own.and(of("dynamodb")))),
                    dollars(cost.usd(own)));
        }
    }

    private void tables(CostEstimate cost) {
        row("By table", "write units", "read units", "writes", "reads", "", "sum");
        Predicate<CostLine> units = of("dynamodb");
        for (String table : cost.distinct(units, CostLine::resource)) {
            Predicate<CostLine> own = units.and(line -> line.resource().equals(table));
            Predicate<CostLine> writes = own.and(priced("dynamodb.writeUnits"));
            Predicate<CostLine> reads = own.and(priced("dynamodb.readUnits"));
            row(
                    table,
                    count(cost.quantity(writes)),
                    count(cost.quantity(reads)),
                    dollars(cost.usd(writes)),
                    dollars(cost.usd(reads)),
                    "",
                    dollars(cost.usd(own)));
        }
    }

    private void ways(CostEstimate cost) {
        row("Ways in", "requests", "", "", "", "", "sum");
        Predicate<CostLine> ways = line -> line.user().isEmpty();
        for (String resource : cost.distinct(ways, CostLine::resource)) {
            Predicate<CostLine> own = ways.and(line -> line.resource().equals(resource));
            row(
                    resource,
                    count(cost.quantity(own.and(line -> !byTheHour(line)))),
                    "",
                    "",
                    "",
                    "",
                    dollars(cost.usd(own)));
        }
    }

    private static Predicate<CostLine> priced(String key) {
        return line -> line.price().key().equals(key);
    }

    private static Predicate<CostLine> of(String service) {
        return line -> line.service().equals(service);
    }

    private static boolean byTheHour(CostLine line) {
        return line.price().key().equals("kinesis.shardHours")
                || line.price().key().equals("kinesis.extendedRetention");
    }

    private void row(String name, String... columns) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "  %-30s", name));
        for (String column : columns) {
            text.append(String.format(Locale.ROOT, " %11s", column));
        }
        screen.line(text.toString().stripTrailing());
    }

    private static String count(double quantity) {
        return Money.count(Math.round(quantity));
    }

    private static String dollars(double usd) {
        return String.format(Locale.ROOT, "$%,.2f", usd);
    }

    private static String number(double hours) {
        return hours == Math.rint(hours) ? Long.toString(Math.round(hours)) : Double.toString(hours);
    }
}
