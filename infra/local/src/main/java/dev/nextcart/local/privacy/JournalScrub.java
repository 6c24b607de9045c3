package dev.nextcart.local.privacy;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;

/** Takes erased shoppers out of a journal. Readers see the old file or the new one. */
public final class JournalScrub {
    private JournalScrub() {}

    /**
     * Rewrites the journal; nobody else may write it meanwhile.
     *
     * @param clock the receiver's, see {@link ErasedSend}
     * @return lines that were changed
     */
    public static long scrub(Path journal, Forgotten forgotten, InstantSource clock) {
        Path half = journal.resolveSibling(journal.getFileName() + ".half");
        long changed = 0;
        try {
            try (BufferedReader in = Files.newBufferedReader(journal);
                    BufferedWriter out = Files.newBufferedWriter(half)) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String kept = JournalLine.forgetful(line, forgotten, clock);
                    changed += kept.equals(line) ? 0 : 1;
                    out.append(kept).append('\n');
                }
            }
            Files.move(half, journal, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot take erased shoppers out of the journal " + journal, e);
        }
    }
}
