package dev.nextcart.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.client.ScheduleAnswer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./nextcart schedule run}. */
@Command(
        name = "run",
        description = {
            "Fires a schedule now and shows what its function answered. Exits with 1 if the first try failed; retries and"
                    + " the dead-letter queue follow as they would have by themselves.",
            ""
        })
final class ScheduleRunCommand implements Callable<Integer> {
    private final Screen screen;

    @Parameters(paramLabel = "NAME", description = "The schedule's name, or its function's: see schedule list")
    private String name = "";

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    ScheduleRunCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        json.check();
        try (Connection cloud = state.connect()) {
            ScheduleAnswer answer = cloud.client().runSchedule(name);
            ObjectNode summary = JsonNodeFactory.instance.objectNode().put("schedule", name);
            switch (answer) {
                case ScheduleAnswer.Answered answered -> {
                    screen.good(name + " answered: " + answered.payload());
                    summary.put("answer", answered.payload());
                }
                case ScheduleAnswer.Failed failed -> {
                    screen.bad(name + " failed: " + failed.error());
                    screen.note(
                            failed.retried()
                                    ? "It is tried again as its retry policy says: ./nextcart schedule list"
                                    : "Its event was given up; see its dead-letter queue.");
                    summary.put("error", failed.error()).put("retried", failed.retried());
                }
            }
            json.write(() -> summary);
            return answer instanceof ScheduleAnswer.Answered ? Exit.OK : Exit.NOT_CLEAN;
        }
    }
}
