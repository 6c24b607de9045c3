package dev.nextcart.local.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.usage.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What the last replay in a state folder caused. It outlives the cloud that was measured, and names no shopper.
 *
 * @param about what was replayed, one sentence
 * @param measuredAt ISO instant
 * @param events sent, repeats included
 */
public record LastReplay(String about, String measuredAt, long events, Usage usage) {
    private static final String NAME = "last-replay.json";
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Keeps it as the last one of this state folder. */
    public void keep(Path stateFolder) {
        ObjectNode json = JSON.createObjectNode()
                .put("version", VERSION)
                .put("about", about)
                .put("measuredAt", measuredAt)
                .put("events", events);
        json.set("usage", usage.json());
        Path file = stateFolder.resolve(NAME);
        try {
            Path fresh = Files.createTempFile(stateFolder, NAME, ".tmp");
            Files.writeString(fresh, json.toPrettyString() + "\n");
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CostException("cannot keep what the replay measured in " + file + ": " + e.getMessage(), e);
        }
    }

    /** @throws CostException when none was measured yet, or by another version of this program */
    public static LastReplay in(Path stateFolder) {
        Path file = stateFolder.resolve(NAME);
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            if (json.path("version").asInt() != VERSION) {
                throw new CostException(file + " was kept by another version of Nextcart; replay once more");
            }
            return new LastReplay(
                    json.required("about").asText(),
                    json.required("measuredAt").asText(),
                    json.required("events").asLong(),
                    Usage.of(json.required("usage")));
        } catch (NoSuchFileException e) {
            throw new CostException(
                    "No replay was measured in " + stateFolder
                            + " yet. Run ./nextcart demo, or ./nextcart replay FILE against a running cloud",
                    e);
        } catch (IOException | IllegalArgumentException e) {
            throw new CostException(file + " cannot be read: " + e.getMessage() + "; replay once more", e);
        }
    }
}
