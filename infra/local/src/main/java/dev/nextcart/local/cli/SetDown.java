package dev.nextcart.local.cli;

import dev.nextcart.local.client.DeadLetters.Letter;
import dev.nextcart.local.verify.RefusedTexts;
import dev.nextcart.store.Redrive;
import dev.nextcart.store.StoredRefusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A message that went nowhere and waits for an operator. */
sealed interface SetDown {
    /** Where refused events lie, as {@code --queue} takes it. */
    String REFUSED = "refused-events";

    String id();

    /** The dead-letter queue or failure destination, or {@link #REFUSED}. */
    String where();

    /** The queue or stream that gave it up, or who refused it. */
    String source();

    String reason();

    Duration age(Instant now);

    /** How its payload begins. */
    String snippet();

    /** Empty while nobody has redriven it. */
    String state();

    /** A dead letter: it may succeed when sent again. */
    record Dead(Letter letter) implements SetDown {
        @Override
        public String id() {
            return letter.id();
        }

        @Override
        public String where() {
            return letter.queue();
        }

        @Override
        public String source() {
            return letter.reasons()
                    .getOrDefault("SourceQueue", letter.reasons().getOrDefault("SourceStream", "(unknown)"));
        }

        @Override
        public String reason() {
            String condition = letter.reasons().getOrDefault("Condition", "(unknown)");
            String last = letter.reasons().getOrDefault("LastFailure", "");
            return condition
                    + (letter.holds() > 1 ? ", " + letter.holds() + " events" : "")
                    + (last.isEmpty() ? "" : "; at last: " + last);
        }

        @Override
        public Duration age(Instant now) {
            return letter.age();
        }

        @Override
        public String snippet() {
            return letter.snippet();
        }

        @Override
        public String state() {
            return "";
        }
    }

    /**
     * A refused event: it can never succeed as it is.
     *
     * @param rows where it lies, once or several times
     */
    record Refused(List<StoredRefusal> rows) implements SetDown {
        public Refused {
            rows = List.copyOf(rows);
        }

        StoredRefusal stored() {
            return rows.getFirst();
        }

        @Override
        public String id() {
            return stored().refusalId();
        }

        @Override
        public String where() {
            return REFUSED;
        }

        @Override
        public String source() {
            return stored().refusal().source();
        }

        @Override
        public String reason() {
            return stored().refusal().reason();
        }

        @Override
        public Duration age(Instant now) {
            Duration age = Duration.between(stored().refusal().refusedAt(), now);
            return age.isNegative() ? Duration.ZERO : age;
        }

        @Override
        public String snippet() {
            return RefusedTexts.eventOf(stored().refusal().payload());
        }

        @Override
        public String state() {
            Redrive redrive = stored().redrive();
            return redrive.doneAt()
                    .map(at -> "redriven " + at)
                    .or(() -> redrive.begunAt().map(at -> "redrive begun " + at + ", outcome unknown"))
                    .orElse("");
        }

        boolean isDone() {
            return rows.stream().allMatch(row -> row.redrive().doneAt().isPresent());
        }

        /** Whether more of the payload was sent than is kept. */
        boolean isCut() {
            return stored().refusal().payload().getBytes(StandardCharsets.UTF_8).length < stored().payloadBytes();
        }
    }
}
