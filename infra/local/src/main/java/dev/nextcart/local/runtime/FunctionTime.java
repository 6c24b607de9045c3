package dev.nextcart.local.runtime;

/**
 * What a function's processes took so far.
 *
 * @param invocations that reached a process, however they ended
 * @param billedMillis time from being handed an event until its end, each rounded up
 * @param starts of a process
 * @param startMillis time from its start until it asked for work or died, each rounded up
 */
public record FunctionTime(long invocations, long billedMillis, long starts, long startMillis) {}
