package dev.nextcart.local.engine;

import dev.nextcart.local.engine.EngineStatus.ScheduleStatus;
import java.util.ArrayList;
import java.util.List;

/** All schedules, in the order of their functions' logical ids. */
final class Schedules {
    private final List<Schedule> schedules = new ArrayList<>();

    void add(Schedule schedule) {
        schedules.add(schedule);
    }

    void start() {
        schedules.forEach(Schedule::start);
    }

    List<ScheduleStatus> status() {
        return schedules.stream().map(Schedule::status).toList();
    }

    /**
     * Finds one.
     *
     * @param name of the schedule, or of its function, in full or what follows its last prefix: {@code archive-sweep}
     *     for {@code nextcart-archive-sweep}
     * @throws IllegalArgumentException when there is none or more than one
     */
    Schedule named(String name) {
        List<Schedule> found = schedules.stream()
                .filter(schedule -> schedule.name().equals(name))
                .toList();
        if (found.isEmpty()) {
            found = schedules.stream()
                    .filter(schedule -> isCalled(schedule.name(), name) || isCalled(schedule.function(), name))
                    .toList();
        }
        if (found.size() != 1) {
            throw new IllegalArgumentException("there " + (found.isEmpty() ? "is no schedule " : "is more than one ")
                    + name + "; the template has "
                    + schedules.stream().map(Schedule::name).toList());
        }
        return found.getFirst();
    }

    private static boolean isCalled(String full, String name) {
        return full.equals(name) || (!name.isEmpty() && full.endsWith("-" + name));
    }
}
