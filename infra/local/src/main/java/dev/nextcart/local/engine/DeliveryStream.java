package dev.nextcart.local.engine;

import dev.nextcart.local.template.DeliveryStreamSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * A Firehose delivery stream: gathers records and lands them together, one a line, gzipped. An object is full by its
 * size or by the age of its first record; what is left lands as soon as the engine has come to rest, for an operator who
 * looks wants to see it. Archiving holds up no ticket, as nobody on AWS waits for Firehose either.
 */
final class DeliveryStream {
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern TIMESTAMP = Pattern.compile("!\\{timestamp:([^}]+)}");

    /** After the last ticket: a sender who goes on at once adds to the same object. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final DeliveryStreamSpec spec;
    private final Timeline timeline;
    private final Tickets tickets;
    private final Landing landing;
    private final Ids ids;
    private Gathered gathered = new Gathered();
    private long objects;
    private long landed;
    private boolean flushPlanned;

    DeliveryStream(DeliveryStreamSpec spec, Timeline timeline, Tickets tickets, Landing landing, Ids ids) {
        this.spec = spec;
        this.timeline = timeline;
        this.tickets = tickets;
        this.landing = landing;
        this.ids = ids;
    }

    /** An action of the timeline, while a ticket of the record is outstanding. Throws nothing: it is not alone in it. */
    void put(byte[] record) {
        if (gathered.records == 0) {
            gathered.since = timeline.now();
            flushAtRest();
        }
        gathered.add(record);
        boolean full = gathered.bytes >= spec.bufferBytes() || age().compareTo(spec.bufferInterval()) >= 0;
        if (full && !flushPlanned) {
            flushPlanned = true;
            timeline.soon(this::flush);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it, and the diary logs what the flush throws
    private void flushAtRest() {
        tickets.whenQuiet().thenRun(() -> timeline.after(REST, this::flush));
    }

    /** An action of the timeline: lands what is gathered. If that fails, it stays gathered for the next time. */
    void flush() {
        flushPlanned = false;
        if (gathered.records == 0) {
            return;
        }
        landing.land(spec.bucket(), key(), gathered.object());
        objects++;
        landed += gathered.records;
        gathered = new Gathered();
    }

    EngineStatus.DeliveryStatus status() {
        return new EngineStatus.DeliveryStatus(
                spec.name(),
                gathered.records,
                gathered.bytes,
                gathered.records == 0 ? Duration.ZERO : age(),
                objects,
                landed);
    }

    private Duration age() {
        return Duration.between(gathered.since, timeline.now());
    }

    /** As Firehose names its objects, by the arrival of the first record. */
    private String key() {
        Matcher timestamp = TIMESTAMP.matcher(spec.prefix());
        String prefix = timestamp.replaceAll(this::time);
        return prefix + spec.name() + "-1-" + FILE_TIME.format(gathered.since) + "-" + ids.next() + spec.extension();
    }

    private String time(MatchResult expression) {
        String pattern = expression.group(1);
        return Matcher.quoteReplacement(DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(gathered.since));
    }

    /** One object to be. It is compressed as it grows, so that its end costs no pause. */
    private static final class Gathered {
        private final ByteArrayOutputStream bytesSoFar = new ByteArrayOutputStream();
        private GZIPOutputStream zip = zip(bytesSoFar);
        private Instant since = Instant.EPOCH;
        private long records;
        private long bytes;

        void add(byte[] record) {
            try {
                zip.write(record);
                zip.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException("writing to memory needs no output", e);
            }
            records++;
            bytes += record.length + 1;
        }

        byte[] object() {
            try {
                zip.finish();
                byte[] object = bytesSoFar.toByteArray();
                zip = zip(bytesSoFar); // Should it not land, what follows is another member of the same gzip.
                return object;
            } catch (IOException e) {
                throw new UncheckedIOException("writing to memory needs no output", e);
            }
        }

        private static GZIPOutputStream zip(ByteArrayOutputStream to) {
            try {
                return new GZIPOutputStream(to, 1 << 13);
            } catch (IOException e) {
                throw new UncheckedIOException("writing to memory needs no output", e);
            }
        }
    }
}
