package dev.nextcart.local.export;

import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.local.export.ExportResult.Written;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code events.jsonl.gz}: everything, for whoever wants more than the other files tell. */
final class EventsFile implements Sink {
    private final OutFile file;

    EventsFile(Path out) throws IOException {
        file = new OutFile(out, "events.jsonl.gz");
    }

    @Override
    public void take(ShopEvent event, String text) throws IOException {
        file.row(text);
    }

    @Override
    public List<Written> finish() throws IOException {
        return List.of(file.finish());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
