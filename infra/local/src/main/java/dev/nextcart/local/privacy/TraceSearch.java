package dev.nextcart.local.privacy;

import dev.nextcart.domain.event.ShopperId;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Looks for shoppers' ids in everything the local cloud keeps: each attribute of each item of each table, each line of
 * each file. Not searched are {@code body} attributes (profiles and rollups as bytes; they hold no shopper, and
 * verification compares them) and the unpacked function packages.
 */
public final class TraceSearch {
    /** What a person reads before looking for the cause. */
    private static final int KEPT = 20;

    private static final String UNPACKED_FUNCTIONS = "functions";
    private static final String BODY = "body";

    private final IdSearch ids;
    private final List<Trace> traces = new ArrayList<>();
    private long found;
    private long items;
    private long files;

    public TraceSearch(Collection<ShopperId> shoppers) {
        this.ids = new IdSearch(shoppers);
    }

    /** What was searched, and the first places where something was found. */
    public record Result(long items, long files, long found, List<Trace> first) {
        public Result {
            first = List.copyOf(first);
        }

        public boolean clean() {
            return found == 0;
        }
    }

    public TraceSearch tables(DynamoDbClient client, Collection<String> tables) {
        for (String table : tables) {
            client.scanPaginator(scan -> scan.tableName(table).consistentRead(true))
                    .items()
                    .forEach(item -> {
                        items++;
                        item.forEach((name, value) -> attribute(table, name, value));
                    });
        }
        return this;
    }

    /** @param folder a cloud's state folder */
    public TraceSearch folder(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).startsWith(UNPACKED_FUNCTIONS))
                    .sorted()
                    .forEach(this::file);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot search " + folder, e);
        }
    }

    public Result result() {
        return new Result(items, files, found, traces);
    }

    private void attribute(String table, String name, AttributeValue value) {
        String place = table + ", attribute " + name;
        switch (value.type()) {
            case S -> ids.in(name, value.s()).ifPresent(id -> found(id, place));
            case B -> bytes(place, name, value.b().asByteArrayUnsafe());
            case SS -> value.ss().forEach(text -> ids.in(name, text).ifPresent(id -> found(id, place)));
            case L -> value.l().forEach(element -> attribute(table, name, element));
            case M -> value.m().forEach((field, inner) -> attribute(table, field, inner));
            default -> {
                return; // Numbers and truth values are no ids.
            }
        }
    }

    private void bytes(String place, String name, byte[] bytes) {
        if (name.equals(BODY)) {
            return;
        }
        try (InputStream in = opened(name.endsWith("Gzip"), new ByteArrayInputStream(bytes))) {
            lines(place, in);
        } catch (IOException e) {
            throw new UncheckedIOException(place + " cannot be read", e);
        }
    }

    private void file(Path file) {
        files++;
        try (InputStream in = opened(file.toString().endsWith(".gz"), Files.newInputStream(file))) {
            lines(file.toString(), in);
        } catch (NoSuchFileException e) {
            files--; // It was there a moment ago and is replaced or gone: a rewritten file is listed under its own
            // name.
        } catch (IOException e) {
            throw new UncheckedIOException("cannot search " + file, e);
        }
    }

    private void lines(String place, InputStream in) throws IOException {
        // A reader that replaces what is no UTF-8, rather than stop.
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            long at = number;
            ids.in(line).ifPresent(id -> found(id, place + ", line " + at));
        }
    }

    private static InputStream opened(boolean gzip, InputStream in) throws IOException {
        return gzip ? new GZIPInputStream(in) : in;
    }

    private void found(String id, String place) {
        found++;
        if (traces.size() < KEPT) {
            traces.add(new Trace(id, place));
        }
    }
}
