package dev.nextcart.local.bench;

/** Figures for machines, to a thousandth: more digits than any of them is good for. */
final class Rounded {
    private static final double PLACES = 1_000;

    private Rounded() {}

    static double of(double value) {
        return Math.round(value * PLACES) / PLACES;
    }
}
