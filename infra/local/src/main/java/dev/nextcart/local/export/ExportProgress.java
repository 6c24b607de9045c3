package dev.nextcart.local.export;

/** Hears how far an export is, often; shows it as it likes. */
@FunctionalInterface
public interface ExportProgress {
    /**
     * @param step what is being done, e.g. {@code Reading}
     * @param done of {@code total}, in bytes or events
     */
    void now(String step, long done, long total);
}
