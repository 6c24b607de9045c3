package dev.nextcart.training.sentiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.training.CannotRunException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/**
 * {@code events.jsonl.gz} of our own export: a {@code ReviewPosted} with 4 or 5 stars is positive, with 1 or 2 negative; 3
 * stars say neither. Other events are passed over.
 */
final class EventReviews {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_STARS = 5;
    private static final int NEITHER = 3;

    private EventReviews() {}

    static Reviews read(Path file, BufferedReader lines) throws IOException {
        Reviews.Builder reviews = new Reviews.Builder();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                add(file, number, line, reviews);
            }
        }
        return reviews.build();
    }

    private static void add(Path file, int number, String line, Reviews.Builder into) {
        JsonNode event;
        try {
            event = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new CannotRunException(file + ", line " + number + ": is no JSON", e);
        }
        if (!event.path("type").asText().equals("ReviewPosted")) {
            return;
        }
        int stars = event.path("rating").asInt();
        if (stars < 1 || stars > MOST_STARS) {
            throw new CannotRunException(
                    file + ", line " + number + ": the rating " + event.path("rating") + " is not 1 to " + MOST_STARS);
        }
        if (stars == NEITHER) {
            into.leaveOut();
        } else {
            into.add(event.path("text").asText(), stars > NEITHER);
        }
    }
}
