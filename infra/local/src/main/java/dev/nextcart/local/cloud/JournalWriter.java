package dev.nextcart.local.cloud;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.local.privacy.Forgotten;
import dev.nextcart.local.privacy.JournalLine;
import dev.nextcart.local.privacy.JournalScrub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/** Everything handed in at the door since the cloud started, one JSON a line, in the order of the answers. */
final class JournalWriter implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final InstantSource clock;
    private final Forgotten forgotten = new Forgotten();
    private FileChannel channel;

    /** Begins anew: the tables of an earlier cloud are gone too. */
    JournalWriter(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        try {
            this.channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the journal " + file, e);
        }
    }

    /** With the operating system when it returns, so it outlives this process. */
    synchronized void write(List<Taken> taken) {
        StringBuilder lines = new StringBuilder();
        for (Taken each : taken) {
            ObjectNode line = JSON.createObjectNode().put("event", each.event());
            String text = each.answer(line).toString();
            lines.append(JournalLine.forgetful(text, forgotten, clock)).append('\n');
        }
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the journal " + file, e);
        }
    }

    /**
     * Takes erased shoppers out of the journal, and keeps out what still comes of them.
     *
     * @return lines that were changed
     */
    synchronized long forget(Collection<ShopperKey> shoppers) {
        forgotten.add(shoppers);
        try {
            long changed = JournalScrub.scrub(file, forgotten, clock);
            channel.close();
            channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot go on with the journal " + file, e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }
}
