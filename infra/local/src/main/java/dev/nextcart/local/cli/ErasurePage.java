package dev.nextcart.local.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.domain.erasure.ErasableStore;
import dev.nextcart.domain.erasure.Receipt;
import dev.nextcart.domain.erasure.Tombstone;
import dev.nextcart.domain.erasure.Tombstone.Gone;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.local.cli.Erasures.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Receipts and what the search for traces found. */
final class ErasurePage {
    /** More receipts are for the JSON file. */
    private static final int RECEIPTS_SHOWN = 3;

    private final Screen screen;
    private final List<ErasableStore> stores;

    /** @param stores tell how to prove that they hold nothing */
    ErasurePage(Screen screen, List<ErasableStore> stores) {
        this.screen = screen;
        this.stores = stores;
    }

    /** All of it. */
    void print(Report report) {
        report.receipts().entrySet().stream().limit(RECEIPTS_SHOWN).forEach(entry -> {
            receipt(entry.getValue());
            if (wasUnknown(entry.getValue())) {
                screen.line("  Nothing was known of this shopper. The tombstone keeps out what may still come.");
            }
            proof(entry.getKey());
        });
        if (report.receipts().size() > RECEIPTS_SHOWN) {
            total(report);
        }
        verdict(report);
    }

    /** One receipt as a sample, without the shopper's id, and the verdict. */
    void sample(Report report) {
        report.receipts().values().stream().limit(1).forEach(this::receipt);
        if (report.receipts().size() > 1) {
            total(report);
        }
        verdict(report);
    }

    private void receipt(Receipt receipt) {
        screen.heading("Receipt of erased shopper " + receipt.shopper());
        screen.row("erased at", receipt.erasedAt() + ", all gone by " + receipt.finishedAt());
        receipt.gone().forEach(gone -> screen.row(gone.store(), Money.count(gone.count()) + " gone"));
        screen.row("sales", "never knew a shopper; the orders count like a guest's");
        screen.row("tombstone", "refuses what still comes, for " + Tombstone.LIFE.toDays() + " days");
    }

    private void proof(ShopperId shopper) {
        screen.line("  Proof: each of these counts 0");
        stores.forEach(store -> screen.line("    " + store.proof(shopper)));
    }

    private void total(Report report) {
        screen.heading("All " + report.receipts().size() + " erased shoppers together");
        Map<String, Long> sums = new LinkedHashMap<>();
        report.receipts()
                .values()
                .forEach(receipt -> receipt.gone().forEach(gone -> sums.merge(gone.store(), gone.count(), Long::sum)));
        sums.forEach((store, count) -> screen.row(store, Money.count(count) + " gone"));
    }

    private void verdict(Report report) {
        screen.blank();
        if (!report.unfinished().isEmpty()) {
            screen.bad(Money.count(report.unfinished().size(), "erasure")
                    + " not finished yet; the cloud goes on with it. Ask again: ./nextcart erase SHOPPER");
        }
        report.left().forEach(store -> screen.bad(store + " still holds something of an erased shopper"));
        String searched = Money.count(report.search().items()) + " items of all tables and "
                + Money.count(report.search().files(), "file");
        if (report.search().clean()) {
            screen.good("Looked through " + searched + ": no erased shopper is named");
        } else {
            screen.bad("Looked through " + searched + ": "
                    + Money.count(report.search().found(), "place") + " still name one");
            report.search().first().forEach(trace -> screen.line("    " + trace.shopper() + " in " + trace.place()));
        }
    }

    private static boolean wasUnknown(Receipt receipt) {
        return receipt.gone().stream().allMatch(gone -> gone.count() == 0);
    }

    /** Names erased shoppers only where they were found, and by pseudonym otherwise. */
    static ObjectNode json(Report report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode receipts = json.putArray("receipts");
        report.receipts().values().forEach(receipt -> {
            ObjectNode one = receipts.addObject()
                    .put("shopperKey", receipt.shopper().value())
                    .put("erasedAt", receipt.erasedAt().toString())
                    .put("finishedAt", receipt.finishedAt().toString());
            ObjectNode gone = one.putObject("gone");
            for (Gone each : receipt.gone()) {
                gone.put(each.store(), each.count());
            }
        });
        json.put("unfinished", report.unfinished().size())
                .put("itemsSearched", report.search().items())
                .put("filesSearched", report.search().files())
                .put("tracesFound", report.search().found());
        ArrayNode traces = json.putArray("traces");
        report.search()
                .first()
                .forEach(trace ->
                        traces.addObject().put("shopper", trace.shopper()).put("place", trace.place()));
        return json;
    }
}
