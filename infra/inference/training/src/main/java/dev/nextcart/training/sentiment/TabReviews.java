package dev.nextcart.training.sentiment;

import dev.nextcart.training.CannotRunException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** {@code text<TAB>label}; a first line without a label is a header. */
final class TabReviews {
    private TabReviews() {}

    static Reviews read(Path file, BufferedReader lines) throws IOException {
        Reviews.Builder reviews = new Reviews.Builder();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            int tab = line.lastIndexOf('\t');
            Optional<Boolean> label = ReviewFile.label(line.substring(tab + 1));
            if (label.isPresent() && tab >= 0) {
                reviews.add(line.substring(0, tab), label.get());
            } else if (number > 1) {
                throw new CannotRunException(file + ", line " + number + ": does not end in a tab and 0 or 1");
            }
        }
        return reviews.build();
    }
}
