package dev.nextcart.local.client;

/** What came of the first try of a schedule fired by hand. */
public sealed interface ScheduleAnswer {
    /** The function answered. */
    record Answered(String payload) implements ScheduleAnswer {}

    /** It failed; {@code retried} when the cloud tries again, else its event was given up. */
    record Failed(String error, boolean retried) implements ScheduleAnswer {}
}
