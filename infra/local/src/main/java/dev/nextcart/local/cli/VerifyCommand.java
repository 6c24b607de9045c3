package dev.nextcart.local.cli;

import dev.nextcart.local.verify.Verification;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./nextcart verify}. */
@Command(
        name = "verify",
        description = {
            "Proves what is stored right. Folds everything sent (journal.jsonl) anew and compares each profile, each"
                    + " day's sales and each product with DynamoDB, byte for byte; then accounts for every event: sent = counted +"
                    + " repeated + overtaken + set aside + refused.",
            "",
            "Waits until nothing is under way. Prints the first differences.",
            ""
        })
final class VerifyCommand implements Callable<Integer> {
    private final Screen screen;

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    VerifyCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        json.check();
        try (Connection cloud = state.connect()) {
            cloud.awaitRest();
            Verification verification = cloud.verify();
            new VerificationPage(screen).print(verification);
            json.write(() -> SummaryJson.of(verification));
            return verification.clean() ? Exit.OK : Exit.NOT_CLEAN;
        }
    }
}
