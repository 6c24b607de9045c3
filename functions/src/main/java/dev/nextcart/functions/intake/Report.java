package dev.nextcart.functions.intake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.store.StoreMeter;
import dev.nextcart.store.StoreMeter.TableUnits;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;

/**
 * Prints each batch's metrics as one line in CloudWatch's embedded metric format (Amazon CloudWatch User Guide,
 * "Specification: Embedded metric format"), which costs no call.
 */
public final class Report {
    private static final String NAMESPACE = "Nextcart";
    /** Two stacks of one account count apart. */
    private static final String SERVICE = "Service";

    private static final String TABLES = "Tables";

    private static final String FUNCTION = "FunctionName";

    private final String service;
    private final StoreMeter meter;
    private final InstantSource clock;
    private final PrintStream out;

    /** @param service name of the stack */
    public Report(String service, StoreMeter meter, InstantSource clock, PrintStream out) {
        this.service = service;
        this.meter = meter;
        this.clock = clock;
        this.out = out;
    }

    Tally open(String function) {
        return new Tally(function, meter.snapshot(), meter.byTable());
    }

    void close(Tally tally) {
        Map<String, Number> metrics = tally.metrics();
        StoreMeter.Snapshot spent = meter.snapshot().since(tally.before);
        metrics.put("RacesLost", spent.racesLost());
        metrics.put("ReadUnits", spent.readUnits());
        metrics.put("WriteUnits", spent.writeUnits());
        metrics.put("DynamoDbRequests", spent.requests());
        ObjectNode line = line(tally.function, metrics);
        tables(line, TableUnits.between(tally.tablesBefore, meter.byTable()));
        out.println(line);
    }

    /** A property, not a metric: to be read from the log, while each metric would cost by the month. */
    private static void tables(ObjectNode line, Map<String, TableUnits> tables) {
        ObjectNode byTable = line.putObject(TABLES);
        tables.forEach((table, units) -> byTable.putObject(table)
                .put("ReadUnits", units.readUnits())
                .put("WriteUnits", units.writeUnits())
                .put("TurnedAway", units.turnedAway()));
    }

    /** What a function that takes no events has to say of one run. */
    public void tell(String function, Map<String, Number> metrics) {
        out.println(line(function, metrics));
    }

    private ObjectNode line(String function, Map<String, Number> metrics) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        ObjectNode aws = line.putObject("_aws").put("Timestamp", clock.millis());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", NAMESPACE);
        directive.putArray("Dimensions").addArray().add(SERVICE).add(FUNCTION);
        ArrayNode definitions = directive.putArray("Metrics");
        metrics.keySet()
                .forEach(name -> definitions.addObject().put("Name", name).put("Unit", "Count"));
        line.put(SERVICE, service).put(FUNCTION, function);
        metrics.forEach((name, value) -> line.put(name, value.doubleValue()));
        return line;
    }
}
