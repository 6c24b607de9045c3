package dev.nextcart.local.cli;

import dev.nextcart.local.cli.EventFiles.Named;
import dev.nextcart.local.client.Cloud;
import dev.nextcart.local.client.Receipt;
import dev.nextcart.local.verify.RefusedTexts;
import java.util.ArrayList;
import java.util.List;

/** Hands events in and learns what became of each: the door may refuse it, or the function behind. */
final class Sending {
    private final Connection cloud;

    Sending(Connection cloud) {
        this.cloud = cloud;
    }

    /**
     * What became of an event.
     *
     * @param reason why it was refused; empty if it was not
     */
    record Outcome(String name, String reason) {
        boolean refused() {
            return !reason.isEmpty();
        }
    }

    /** Returns when all are settled. */
    List<Outcome> send(List<Named> events) {
        List<Receipt> receipts = new ArrayList<>();
        for (int from = 0; from < events.size(); from += Cloud.MAX_BATCH_EVENTS) {
            List<Named> some = events.subList(from, Math.min(events.size(), from + Cloud.MAX_BATCH_EVENTS));
            receipts.addAll(cloud.client().send(some.stream().map(Named::text).toList()));
        }
        cloud.awaitRest();
        RefusedTexts refused = new RefusedTexts();
        cloud.stored().refusals().forEach(refused::add);
        List<Outcome> outcomes = new ArrayList<>();
        for (int place = 0; place < events.size(); place++) {
            outcomes.add(outcome(events.get(place), receipts.get(place), refused));
        }
        return outcomes;
    }

    private static Outcome outcome(Named event, Receipt receipt, RefusedTexts refused) {
        return switch (receipt) {
            case Receipt.Refused out -> new Outcome(event.name(), out.reason());
            case Receipt.Accepted in ->
                new Outcome(
                        event.name(),
                        refused.find(event.text())
                                .map(why -> why.source() + ": " + why.reason())
                                .orElse(""));
        };
    }
}
