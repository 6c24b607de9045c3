package dev.nextcart.inference;

import java.util.function.Function;

/** What became of one instance: each stands and falls alone. */
public sealed interface Outcome<A extends Answer> {
    /** The model or a named fallback answered. */
    record Answered<A extends Answer>(A answer) implements Outcome<A> {}

    /**
     * It cannot be answered, now or later, as it stands.
     *
     * @param code for programs, such as {@code invalid-instance}
     * @param message for people: field, value and rule
     */
    record Refused<A extends Answer>(String code, String message) implements Outcome<A> {
        /** The instance breaks a rule of the contract. */
        public static final String INVALID_INSTANCE = "invalid-instance";

        /** The model has no answer to it, such as a language that it does not know. */
        public static final String NO_ANSWER = "no-answer";

        /** A mistake of ours, logged at the endpoint; the other instances of the request are answered. */
        public static final String MODEL_FAILED = "model-failed";
    }

    static <A extends Answer> Outcome<A> answered(A answer) {
        return new Answered<>(answer);
    }

    static <A extends Answer> Outcome<A> invalid(String message) {
        return new Refused<>(Refused.INVALID_INSTANCE, message);
    }

    static <A extends Answer> Outcome<A> noAnswer(String message) {
        return new Refused<>(Refused.NO_ANSWER, message);
    }

    default <T> T map(Function<A, T> answered, Function<Refused<A>, T> refused) {
        return switch (this) {
            case Answered<A> it -> answered.apply(it.answer());
            case Refused<A> it -> refused.apply(it);
        };
    }
}
