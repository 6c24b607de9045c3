package dev.nextcart.local.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.local.verify.RefusedTexts;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./nextcart dlq show}. */
@Command(
        name = "show",
        description = {
            "Prints the whole payload of a dead letter or refused event to the standard output, indented if it is JSON,"
                    + " out of the envelope it came in: to a file, to mend it there. All else goes to the standard error.",
            ""
        })
final class DlqShowCommand implements Callable<Integer> {
    /** Shows what was sent, not what a lenient reader makes of it: a name given twice may be why it was refused. */
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final int ALL = Integer.MAX_VALUE;

    private final Screen screen;

    @Parameters(paramLabel = "ID", description = "Its id, or as much of it as is one of a kind")
    private String id = "";

    @Mixin
    private final StateOption state = new StateOption();

    DlqShowCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        try (Connection cloud = state.connect()) {
            SetDown found = new SetDowns(cloud).named(List.of(id)).getFirst();
            screen.note(found.where() + " " + found.id() + ", from " + found.source()
                    + (found.state().isEmpty() ? "" : " (" + found.state() + ")"));
            screen.note("reason: " + Shown.line(found.reason(), ALL));
            events(cloud, found).forEach(event -> screen.line(shown(event)));
            return Exit.OK;
        }
    }

    private static List<String> events(Connection cloud, SetDown found) {
        return switch (found) {
            case SetDown.Dead dead -> cloud.client().deadLetters().events(dead.id());
            case SetDown.Refused refused ->
                List.of(RefusedTexts.eventOf(refused.stored().refusal().payload()));
        };
    }

    private String shown(String event) {
        try {
            return JSON.readTree(event).toPrettyString();
        } catch (JsonProcessingException e) {
            return screen.isTerminal() ? Shown.block(event) : event;
        }
    }
}
