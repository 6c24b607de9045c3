package dev.nextcart.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./nextcart dlq list}. */
@Command(
        name = "list",
        description = {
            "Lists dead letters and refused events, each with id, source, age, reason and the beginning of its payload.",
            "",
            "Refused events that were redriven are left out, but for --all-states; the table keeps them for 90 days.",
            ""
        })
final class DlqListCommand implements Callable<Integer> {
    private final Screen screen;

    @Option(names = "--queue", paramLabel = "NAME", description = "Only this queue, or refused-events")
    private @Nullable String queue;

    @Option(names = "--all-states", description = "Also refused events that were redriven")
    private boolean allStates;

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    DlqListCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        json.check();
        try (Connection cloud = state.connect()) {
            SetDowns setDowns = new SetDowns(cloud);
            Optional<String> only = Optional.ofNullable(queue);
            List<SetDown> listed = allStates
                    ? setDowns.all().stream()
                            .filter(each -> only.isEmpty() || only.get().equals(each.where()))
                            .toList()
                    : setDowns.open(only);
            Instant now = Instant.now();
            new DlqPage(screen, now).print(listed);
            tellOfMore(setDowns.unlisted());
            json.write(() -> json(listed, now));
            return Exit.OK;
        }
    }

    private void tellOfMore(long unlisted) {
        if (unlisted > 0) {
            screen.line("and " + Money.count(unlisted, "dead letter")
                    + " behind these, which come up as these are redriven");
        }
    }

    private static ObjectNode json(List<SetDown> listed, Instant now) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("count", listed.size());
        json.putArray("messages");
        listed.forEach(each -> json.withArray("messages")
                .addObject()
                .put("id", each.id())
                .put("where", each.where())
                .put("source", each.source())
                .put("reason", each.reason())
                .put("ageSeconds", each.age(now).toSeconds())
                .put("state", each.state())
                .put("snippet", Shown.line(each.snippet(), DlqPage.SNIPPET_CHARS)));
        return json;
    }
}
