package dev.nextcart.local.export;

import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.local.export.ExportResult.Written;
import java.io.IOException;
import java.util.List;

/** Makes files of events: hears each once, in the order of time. */
interface Sink extends AutoCloseable {
    /** @param text the event as canonical JSON */
    void take(ShopEvent event, String text) throws IOException;

    /** Writes what is left to write; the files have their names when it returns. */
    List<Written> finish() throws IOException;

    /** Removes what is half done. */
    @Override
    void close() throws IOException;
}
