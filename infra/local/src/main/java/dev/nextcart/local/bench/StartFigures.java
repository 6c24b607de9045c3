package dev.nextcart.local.bench;

/**
 * One start.
 *
 * @param startedAtMicros when the process was started, in microseconds since 1970
 * @param askedMillis from the process's start until it asked for its first event
 * @param answeredMillis from the process's start until it answered that event
 */
record StartFigures(long startedAtMicros, double askedMillis, double answeredMillis, ProcessCosts costs) {}
