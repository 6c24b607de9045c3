package dev.nextcart.local.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.client.ScheduleLine;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./nextcart schedule list}. */
@Command(
        name = "list",
        description = {"Every schedule: its function, when it fires next, and how it fared.", ""})
final class ScheduleListCommand implements Callable<Integer> {
    private final Screen screen;

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    ScheduleListCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        json.check();
        try (Connection cloud = state.connect()) {
            List<ScheduleLine> schedules = cloud.client().schedules();
            if (schedules.isEmpty()) {
                screen.line("The template has no schedules.");
            }
            schedules.forEach(this::print);
            json.write(() -> json(schedules));
            return Exit.OK;
        }
    }

    private void print(ScheduleLine schedule) {
        screen.heading(schedule.name());
        screen.row("function", schedule.function());
        screen.row("fires", schedule.expression() + " UTC" + (schedule.enabled() ? "" : ", disabled"));
        screen.row("next", schedule.next().map(Object::toString).orElse("never by itself"));
        screen.row("last", schedule.last().map(Object::toString).orElse("not yet"));
        screen.row(
                "fared",
                Money.count(schedule.invocations(), "invocation") + ", " + Money.count(schedule.failures())
                        + " failed, " + Money.count(schedule.givenUp()) + " given up");
    }

    private static ArrayNode json(List<ScheduleLine> schedules) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (ScheduleLine schedule : schedules) {
            ObjectNode line = json.addObject()
                    .put("name", schedule.name())
                    .put("function", schedule.function())
                    .put("expression", schedule.expression())
                    .put("enabled", schedule.enabled())
                    .put("invocations", schedule.invocations())
                    .put("failures", schedule.failures())
                    .put("givenUp", schedule.givenUp());
            schedule.next().ifPresent(next -> line.put("next", next.toString()));
            schedule.last().ifPresent(last -> line.put("last", last.toString()));
        }
        return json;
    }
}
