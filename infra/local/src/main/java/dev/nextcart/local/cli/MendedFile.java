package dev.nextcart.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.local.cli.EventFiles.Named;
import java.nio.file.Path;
import java.util.List;

/** Events that somebody mended by hand. */
final class MendedFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private MendedFile() {}

    /** @throws CannotRunException when it is missing, empty, or not JSON objects */
    static List<String> read(Path file) {
        List<Named> events = EventFiles.read(List.of(file));
        if (events.isEmpty()) {
            throw new CannotRunException("--with: there is no event in " + file);
        }
        return events.stream().map(MendedFile::checked).toList();
    }

    private static String checked(Named event) {
        try {
            if (JSON.readTree(event.text()).isObject()) {
                return event.text();
            }
            throw new CannotRunException("--with: " + event.name() + " is not a JSON object");
        } catch (JsonProcessingException e) {
            throw new CannotRunException(
                    "--with: " + event.name() + " is not JSON: " + e.getOriginalMessage() + " at line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr(),
                    e);
        }
    }
}
