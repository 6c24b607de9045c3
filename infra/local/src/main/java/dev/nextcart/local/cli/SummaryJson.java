package dev.nextcart.local.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.shop.ReplayResult;
import dev.nextcart.local.verify.Accounting;
import dev.nextcart.local.verify.Verification;

/** Summaries for machines. Field names are a contract: add, never rename. */
final class SummaryJson {
    private static final double MILLIS = 1e3;

    private SummaryJson() {}

    /** Of a verification alone. */
    static ObjectNode of(Verification verification) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Accounting events = verification.events();
        ObjectNode fates = json.putObject("events")
                .put("sent", events.sent())
                .put("counted", events.counted())
                .put("repeated", events.repeated())
                .put("setAside", events.setAside())
                .put("refused", events.refused())
                .put("superseded", events.superseded())
                .put("erased", events.erased())
                .put("unaccounted", events.unaccounted());
        if (events.withdrawn() > 0) {
            fates.put("withdrawn", events.withdrawn());
        }
        json.putObject("verify")
                .put("profiles", verification.profiles())
                .put("profileDifferences", verification.profileDifferences())
                .put("rollups", verification.rollups())
                .put("rollupItems", verification.rollupItems())
                .put("rollupDifferences", verification.rollupDifferences())
                .put("products", verification.products())
                .put("productDifferences", verification.productDifferences())
                .put("otherDifferences", verification.otherDifferences())
                .put("erasedShoppers", verification.erasedShoppers());
        json.putObject("profileBytes")
                .put("mean", verification.profileBytes().mean())
                .put("p99", verification.profileBytes().p99())
                .put("max", verification.profileBytes().max());
        ArrayNode first = json.putArray("firstDifferences");
        verification.first().forEach(difference -> {
            ObjectNode one =
                    first.addObject().put("kind", difference.kind().name()).put("what", difference.what());
            difference.details().forEach(one.putArray("details")::add);
        });
        return json;
    }

    /** Of a whole demo. */
    static ObjectNode of(Verification verification, ReplayReport report) {
        ReplayResult result = report.result();
        ObjectNode json = of(verification);
        result.recovery().ifPresent(time -> json.put("recoverySeconds", time.toMillis() / MILLIS));
        json.put("eventsPerSecond", result.eventsPerSecond())
                .put("writeUnitsPerEvent", report.perEvent("WriteUnits"))
                .put("readUnitsPerEvent", report.perEvent("ReadUnits"))
                .put("requestsPerEvent", report.perEvent("DynamoDbRequests"))
                .put("functionsKilled", result.kills())
                .put("bad", report.bad())
                .put("badRefused", report.badRefused())
                .put("seconds", result.seconds());
        report.erasures().ifPresent(erased -> json.set("erasures", ErasurePage.json(erased)));
        return json;
    }
}
