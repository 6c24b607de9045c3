package dev.nextcart.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.archive.ArchiveSweep.Swept;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class ArchiveSweepTest {
    private static final String ANNS = "{\"eventId\":\"1\",\"shopperId\":\"ann\"}";
    private static final String BOBS = "{\"eventId\":\"2\",\"shopperId\":\"bob\"}";

    @TempDir
    private Path folder;

    private SmallBucket bucket;
    private final Set<ShopperKey> erased = new HashSet<>();
    private Instant now = Instant.parse("2026-11-24T03:00:00Z");
    private ArchiveSweep sweep;

    @BeforeEach
    void open() {
        bucket = new SmallBucket(folder);
        sweep = new ArchiveSweep(
                bucket.client(), SmallBucket.NAME, bucket.threads(), () -> Set.copyOf(erased), () -> now);
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    @Test
    void what_landed_of_an_erased_shopper_goes() throws IOException {
        landed("day=2026-11-23/a.jsonl.gz", now.minus(Duration.ofHours(3)), ANNS, BOBS);
        erase("ann");

        Swept swept = sweep.sweep(() -> true);

        assertEquals(new Swept(1, 1, 1, true), swept);
        assertEquals(List.of(BOBS), bucket.events("day=2026-11-23/a.jsonl.gz"));
    }

    @Test
    void what_was_swept_is_not_read_again_and_what_landed_since_is() throws IOException {
        landed("day=2026-11-01/old.jsonl.gz", now.minus(Duration.ofDays(20)), BOBS);
        erase("ann");
        assertEquals(1, sweep.sweep(() -> true).objects());

        now = now.plus(Duration.ofDays(1));
        landed("day=2026-11-17/late.jsonl.gz", now.minus(Duration.ofHours(1)), ANNS);
        landed("day=2026-11-24/new.jsonl.gz", now.minus(Duration.ofHours(9)), ANNS, BOBS);
        Swept swept = sweep.sweep(() -> true);

        assertEquals(new Swept(1, 2, 2, true), swept);
        assertEquals(
                List.of("events/day=2026-11-01/old.jsonl.gz", "events/day=2026-11-24/new.jsonl.gz"),
                bucket.keys("events/"));
    }

    @Test
    void what_landed_shortly_before_the_last_sweep_began_is_read_again() throws IOException {
        erase("bob");
        landed("day=2026-11-24/a.jsonl.gz", now.minus(Duration.ofMinutes(1)), ANNS);
        sweep.sweep(() -> true);

        erase("ann");
        now = now.plus(Duration.ofDays(1));
        Swept swept = sweep.sweep(() -> true);

        assertEquals(1, swept.removed());
        assertEquals(List.of(), bucket.keys("events/"));
    }

    @Test
    void a_sweep_that_runs_out_of_time_goes_on_where_it_was() throws IOException {
        for (int number = 0; number < 120; number++) {
            landed("day=2026-11-24/" + (10_000 + number) + ".jsonl.gz", now, BOBS);
        }
        landed("day=2026-11-24/99999.jsonl.gz", now, ANNS);
        erase("ann");

        Swept first = sweep.sweep(() -> false);
        Swept second = sweep.sweep(() -> true);

        assertFalse(first.finished());
        assertEquals(100, first.objects());
        assertTrue(second.finished());
        assertEquals(21, second.objects());
        assertEquals(1, second.removed());
    }

    @Test
    void without_tombstones_nothing_is_read() throws IOException {
        landed("day=2026-11-24/a.jsonl.gz", now, ANNS);

        assertEquals(new Swept(0, 0, 0, true), sweep.sweep(() -> true));
    }

    @Test
    void a_checkpoint_that_cannot_be_read_costs_a_whole_sweep_only() throws IOException {
        landed("day=2026-11-01/old.jsonl.gz", now.minus(Duration.ofDays(20)), ANNS);
        bucket.put("sweep/checkpoint.json", "{\"since\":\"yesterday\"}".getBytes(StandardCharsets.UTF_8));
        erase("ann");

        assertEquals(1, sweep.sweep(() -> true).removed());
    }

    private void erase(String shopper) {
        erased.add(ShopperKey.of(new ShopperId(shopper)));
    }

    private void landed(String key, Instant at, String... lines) throws IOException {
        bucket.putEvents(key, lines);
        Files.setLastModifiedTime(folder.resolve(SmallBucket.NAME + "/events/" + key), FileTime.from(at));
    }
}
