package dev.nextcart.local.runtime;

/**
 * How a function stands.
 *
 * @param instances living processes
 * @param invocations begun, throttled ones left out
 * @param failures invocations that failed: thrown, crashed or out of time
 * @param restarts processes started in the place of one that died
 */
public record FunctionStatus(int instances, long invocations, long failures, long restarts) {}
