package dev.nextcart.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.cli.EventFiles.Named;
import dev.nextcart.local.cli.Sending.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./nextcart send}. */
@Command(
        name = "send",
        description = {
            "Sends events to the running local cloud and waits until they are settled. Exits with 1 if one was refused.",
            "",
            "A .json file holds one event (or an EventBridge envelope, or an SQS or Kinesis batch, which are unwrapped),"
                    + " a .jsonl file one a line; of a folder all such files are sent but *.schema.json.",
            ""
        })
final class SendCommand implements Callable<Integer> {
    private final Screen screen;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files or folders")
    private List<Path> paths = List.of();

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    SendCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        json.check();
        try (Connection cloud = state.connect()) {
            List<Named> events = EventFiles.read(paths);
            if (events.isEmpty()) {
                throw new CannotRunException("no .json or .jsonl file in " + paths);
            }
            List<Outcome> outcomes = new Sending(cloud).send(events);
            outcomes.forEach(this::print);
            long refused = outcomes.stream().filter(Outcome::refused).count();
            screen.line(Money.count(events.size(), "event") + " sent, " + Money.count(refused) + " refused");
            json.write(() -> json(outcomes, refused));
            return refused == 0 ? Exit.OK : Exit.NOT_CLEAN;
        }
    }

    private void print(Outcome outcome) {
        if (outcome.refused()) {
            screen.bad(outcome.name() + ": refused: " + outcome.reason());
        } else {
            screen.good(outcome.name());
        }
    }

    private static ObjectNode json(List<Outcome> outcomes, long refused) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("sent", outcomes.size()).put("refused", refused);
        outcomes.stream()
                .filter(Outcome::refused)
                .forEach(outcome -> json.withArray("refusals")
                        .addObject()
                        .put("event", outcome.name())
                        .put("reason", outcome.reason()));
        return json;
    }
}
