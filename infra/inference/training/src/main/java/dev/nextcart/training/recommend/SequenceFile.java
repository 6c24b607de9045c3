package dev.nextcart.training.recommend;

import dev.nextcart.models.recommend.History;
import dev.nextcart.training.CannotRunException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code user item item …}, a shopper a line and the items in the order of time: S3-Rec's files, and {@code
 * sequences.txt.gz} of our export. All count as bought, at times unknown.
 */
final class SequenceFile {
    /** As of ids everywhere. */
    private static final int MAX_ID_CHARS = 128;

    private SequenceFile() {}

    /**
     * @throws CannotRunException for a file that cannot be read, or a line that is none of these
     */
    static SequenceData read(Path file) {
        Numbers catalogue = new Numbers();
        Set<String> users = new HashSet<>();
        List<History> histories = new ArrayList<>();
        try (TextLines lines = new TextLines(file)) {
            for (@Nullable String line = lines.next(); line != null; line = lines.next()) {
                StringTokenizer tokens = new StringTokenizer(line, " \t");
                if (!tokens.hasMoreTokens()) {
                    continue;
                }
                String user = tokens.nextToken();
                if (!users.add(user)) {
                    throw lines.bad("the user " + shortened(user) + " has a line already; put all items into one");
                }
                if (!tokens.hasMoreTokens()) {
                    throw lines.bad("the user " + shortened(user) + " has no items; write: user item item ...");
                }
                int[] items = new int[tokens.countTokens()];
                for (int index = 0; index < items.length; index++) {
                    String item = tokens.nextToken();
                    if (item.length() > MAX_ID_CHARS) {
                        throw lines.bad(
                                "the item " + shortened(item) + " has more than " + MAX_ID_CHARS + " characters");
                    }
                    items[index] = catalogue.of(item);
                }
                histories.add(History.bought(items));
            }
        }
        if (histories.isEmpty()) {
            throw new CannotRunException(file + " has no lines; write: user item item ...");
        }
        return new SequenceData(catalogue.names(), histories, Map.of());
    }

    private static String shortened(String id) {
        return id.length() <= 40 ? id : id.substring(0, 40) + "...";
    }
}
