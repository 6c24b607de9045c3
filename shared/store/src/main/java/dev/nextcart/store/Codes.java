package dev.nextcart.store;

import dev.nextcart.domain.event.ShopEvent.Stream;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.domain.profile.Touch.Action;
import java.util.List;

/** Numbers that stand for names in stored bytes. Give a new name a new number; never reuse one. */
final class Codes {
    /** In the order in which they are stored. */
    static final List<Stream> STREAMS = Profile.STREAMS.stream().sorted().toList();

    private Codes() {}

    static int of(Action action) {
        return switch (action) {
            case BOUGHT -> 0;
            case RETURNED -> 1;
            case CANCELLED -> 2;
            case REVIEWED -> 3;
            case VIEWED -> 4;
            case PUT_IN_CART -> 5;
            case TAKEN_FROM_CART -> 6;
            case CLICKED_RECOMMENDATION -> 7;
        };
    }

    static Action action(int code) {
        for (Action action : Action.values()) {
            if (of(action) == code) {
                return action;
            }
        }
        throw new CorruptBodyException("action " + code + " is unknown");
    }

    /** One bit for each of {@link Profile#STREAMS}. */
    static int of(Stream stream) {
        return switch (stream) {
            case ORDERS -> 1;
            case REVIEWS -> 2;
            case CLICKS -> 4;
            case CATALOGUE, PRIVACY -> throw new IllegalArgumentException("no profile counts events of " + stream);
        };
    }
}
