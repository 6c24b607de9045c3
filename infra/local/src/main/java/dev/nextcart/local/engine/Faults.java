package dev.nextcart.local.engine;

/**
 * What a standard queue may do and seldom does. Drawn from the engine's seed.
 *
 * @param duplicateProbability in [0,1): chance per receive that a second copy of the message turns up within the
 *     visibility timeout, with a life of its own
 * @param reorderWindow 1..{@value #MAX_REORDER_WINDOW}: so many messages at the head of a queue are shuffled at every
 *     receive; 1 keeps their order
 */
public record Faults(double duplicateProbability, int reorderWindow) {
    /** A receive costs as many steps; a hundred full batches of ten are disorder enough. */
    public static final int MAX_REORDER_WINDOW = 1_000;

    public static final Faults NONE = new Faults(0, 1);

    public Faults {
        if (!(duplicateProbability >= 0 && duplicateProbability < 1)) {
            throw new IllegalArgumentException("duplicateProbability " + duplicateProbability + " is not in [0,1)");
        }
        if (reorderWindow < 1 || reorderWindow > MAX_REORDER_WINDOW) {
            throw new IllegalArgumentException(
                    "reorderWindow " + reorderWindow + " is not in 1.." + MAX_REORDER_WINDOW);
        }
    }
}
