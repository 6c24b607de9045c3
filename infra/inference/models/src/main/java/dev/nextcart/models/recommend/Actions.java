package dev.nextcart.models.recommend;

import dev.nextcart.inference.Interaction.Action;

/** Actions as the network's file numbers them, from the weakest to the strongest; never renumber: files are out there. */
public final class Actions {
    /** How many there are. */
    public static final int COUNT = 3;

    static final int BOUGHT = 2;

    private Actions() {}

    public static int number(Action action) {
        return switch (action) {
            case VIEWED -> 0;
            case CARTED -> 1;
            case BOUGHT -> BOUGHT;
        };
    }

    public static Action of(int number) {
        return switch (number) {
            case 0 -> Action.VIEWED;
            case 1 -> Action.CARTED;
            case BOUGHT -> Action.BOUGHT;
            default -> throw new IllegalArgumentException("no action has the number " + number);
        };
    }
}
