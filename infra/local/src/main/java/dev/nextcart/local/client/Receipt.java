package dev.nextcart.local.client;

/** What the door said to one event. */
public sealed interface Receipt {
    /** It is in; tickets count up from 1. */
    record Accepted(long ticket) implements Receipt {}

    /** It was set down among the refused. */
    record Refused(String reason) implements Receipt {}
}
