package dev.nextcart.local.bench;

/**
 * One start.
 *
 * @param askedMillis from the process's start until it asked for its first event
 * @param answeredMillis from the process's start until it answered that event
 */
record StartFigures(double askedMillis, double answeredMillis, ProcessCosts costs) {}
