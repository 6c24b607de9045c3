package dev.nextcart.local.engine;

/** What came of the first try of a schedule that was fired by hand. */
public sealed interface ScheduleRun {
    /** The function answered. */
    record Answered(String payload) implements ScheduleRun {}

    /**
     * It failed.
     *
     * @param error its type and message
     * @param retried whether more tries follow; else the event was given up
     */
    record Failed(String error, boolean retried) implements ScheduleRun {}
}
