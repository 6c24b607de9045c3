package dev.nextcart.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.cli.RedriveRun.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./nextcart dlq redrive}. */
@Command(
        name = "redrive",
        description = {
            "Sends dead letters back to the queue or stream that gave them up, and refused events through the door again;"
                    + " waits until they are settled and tells what became of each. Exits with 1 if one was refused again"
                    + " or could not be sent.",
            "",
            "A refused event that is sent as it is will be refused again, unless the function has learned since: mend it"
                    + " (./nextcart dlq show ID > FILE) and send that in its place, --with FILE. Sending twice does no"
                    + " harm: every event counts once. One that is more than 14 days behind what its shopper did since is"
                    + " set aside.",
            ""
        })
final class DlqRedriveCommand implements Callable<Integer> {
    private final Screen screen;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Which, by id or as much of it as is one of a kind")
    private List<String> ids = List.of();

    @Option(names = "--all", description = "All dead letters and all refused events")
    private boolean all;

    @Option(names = "--queue", paramLabel = "NAME", description = "All of this queue, or of refused-events")
    private @Nullable String queue;

    @Option(
            names = "--with",
            paramLabel = "FILE",
            description = "Send what FILE holds in the place of the one ID: an event as JSON (.jsonl: one a line)")
    private @Nullable Path with;

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    DlqRedriveCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        checkChoice();
        json.check();
        List<String> mended = with == null ? List.of() : MendedFile.read(with);
        try (Connection cloud = state.connect()) {
            SetDowns setDowns = new SetDowns(cloud);
            List<SetDown> chosen = ids.isEmpty() ? setDowns.open(Optional.ofNullable(queue)) : setDowns.named(ids);
            if (chosen.isEmpty()) {
                screen.bad("Nothing to redrive: there is no dead letter and no refused event"
                        + (queue == null ? "" : " in " + queue));
                return Exit.NOT_CLEAN;
            }
            RedriveRun redriving = new RedriveRun(cloud);
            List<Outcome> outcomes =
                    with == null ? redriving.redrive(chosen) : List.of(redriving.replace(chosen.getFirst(), mended));
            outcomes.forEach(this::print);
            if (ids.isEmpty() && setDowns.unlisted() > 0) {
                screen.note(Money.count(setDowns.unlisted(), "dead letter") + " lay behind these: run it again");
            }
            json.write(() -> json(outcomes));
            return outcomes.stream().allMatch(Outcome::isGood) ? Exit.OK : Exit.NOT_CLEAN;
        }
    }

    private void checkChoice() {
        int choices = (ids.isEmpty() ? 0 : 1) + (all ? 1 : 0) + (queue == null ? 0 : 1);
        if (choices != 1) {
            throw new CannotRunException("Say which to redrive: ids, or --queue NAME, or --all");
        }
        if (with != null && ids.size() != 1) {
            throw new CannotRunException("--with takes the place of one message: name its id");
        }
    }

    private void print(Outcome outcome) {
        String text = DlqPage.shortId(outcome.message()) + " " + Shown.line(outcome.what(), Integer.MAX_VALUE);
        if (outcome.isGood()) {
            screen.good(text);
        } else {
            screen.bad(text);
        }
    }

    private static ObjectNode json(List<Outcome> outcomes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("redriven", outcomes.stream().filter(Outcome::isGood).count());
        json.putArray("outcomes");
        outcomes.forEach(outcome -> json.withArray("outcomes")
                .addObject()
                .put("id", outcome.message().id())
                .put("fate", outcome.fate().name())
                .put("what", outcome.what()));
        return json;
    }
}
