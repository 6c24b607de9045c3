package dev.nextcart.local.cli;

import dev.nextcart.local.client.CloudStatus;
import dev.nextcart.local.cost.LastReplay;
import dev.nextcart.local.shop.ReplayResult;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a replay did and what it cost. Functions tell their costs on their output, which may reach the cloud a moment
 * after their answers: the later a cost is asked for, the surer it is whole.
 *
 * @param bad bad events sent
 * @param badRefused of them, set down among the refused with a reason
 */
record ReplayReport(
        ReplayResult result,
        CloudStatus before,
        Supplier<CloudStatus> now,
        Optional<Erasures.Report> erasures,
        long bad,
        long badRefused,
        LastReplay measured) {
    /** Whether every bad event was refused, no good one at the door, and no erased shopper is named any more. */
    boolean isAsPlanned() {
        return badRefused == bad
                && result.refusedAtDoor() == 0
                && erasures.map(Erasures.Report::clean).orElse(true);
    }

    /** A metric's growth since the replay began, per event sent, repeats included. */
    double perEvent(String metric) {
        return result.sent() == 0 ? 0 : (now.get().metric(metric) - before.metric(metric)) / result.sent();
    }
}
