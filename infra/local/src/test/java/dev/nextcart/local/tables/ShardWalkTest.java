package dev.nextcart.local.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nextcart.local.engine.TableChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShardWalkTest {
    private final ScriptedLog log = new ScriptedLog();
    private final List<String> taken = new ArrayList<>();
    private final ShardWalk walk = new ShardWalk(log, change -> taken.add(change.sequenceNumber()));

    @Test
    void a_pass_takes_what_is_new_and_once() {
        log.shard("a", "");
        log.put("a", "1", "2", "3");

        assertEquals(3, walk.pass());
        log.put("a", "4");
        assertEquals(1, walk.pass());
        assertEquals(0, walk.pass());
        assertEquals(List.of("1", "2", "3", "4"), taken);
    }

    @Test
    void a_parent_is_read_to_its_end_before_its_children() {
        log.shard("b", "a");
        log.shard("c", "b");
        log.shard("a", "forgotten long ago");
        log.put("a", "1");
        log.put("b", "2");
        log.put("c", "3");

        walk.pass();
        assertEquals(List.of("1"), taken);

        log.end("a");
        walk.pass();
        assertEquals(List.of("1", "2"), taken);

        log.put("b", "2b");
        log.end("b");
        walk.pass();
        assertEquals(List.of("1", "2", "2b", "3"), taken);
    }

    @Test
    void a_shard_that_appears_when_its_parent_ends_is_found_in_the_same_pass() {
        log.shard("a", "");
        log.put("a", "1");
        walk.pass();

        log.put("a", "2");
        log.end("a");
        log.shard("b", "a");
        log.put("b", "3");

        assertEquals(2, walk.pass());
        assertEquals(List.of("1", "2", "3"), taken);
        assertEquals(2, log.described);
    }

    @Test
    void an_expired_place_is_found_again_behind_the_last_change_taken() {
        log.shard("a", "");
        log.put("a", "1");
        walk.pass();

        log.loseNext(false);
        log.put("a", "2");

        assertEquals(1, walk.pass());
        assertEquals(List.of("1", "2"), taken);
    }

    @Test
    void after_a_trim_it_goes_on_with_the_oldest_there_is() {
        log.shard("a", "");
        log.put("a", "1");
        walk.pass();

        log.trim("a");
        log.put("a", "3");
        log.loseNext(true);

        assertEquals(1, walk.pass());
        assertEquals(List.of("1", "3"), taken);
    }

    @Test
    void a_taker_that_throws_gets_the_same_change_again_and_none_twice() {
        List<String> offered = new ArrayList<>();
        ShardWalk breaking = new ShardWalk(log, change -> {
            offered.add(change.sequenceNumber());
            if (offered.size() == 2) {
                throw new IllegalStateException("full");
            }
        });
        log.shard("a", "");
        log.put("a", "1", "2", "3");

        assertThrows(IllegalStateException.class, breaking::pass);
        assertEquals(2, breaking.pass());
        assertEquals(List.of("1", "2", "2", "3"), offered);
    }

    /** Shards in memory; an iterator is a position, pages have two changes. */
    private static final class ScriptedLog implements TableLog {
        private static final int PAGE = 2;

        private final Map<String, ShardName> names = new LinkedHashMap<>();
        private final Map<String, List<String>> changes = new LinkedHashMap<>();
        private final List<String> ended = new ArrayList<>();
        private Optional<Boolean> loss = Optional.empty();
        private int described;

        void shard(String id, String parent) {
            names.put(id, new ShardName(id, parent.isEmpty() ? Optional.empty() : Optional.of(parent)));
            changes.put(id, new ArrayList<>());
        }

        void put(String shard, String... numbers) {
            changesOf(shard).addAll(List.of(numbers));
        }

        void end(String shard) {
            ended.add(shard);
        }

        void trim(String shard) {
            changesOf(shard).clear();
        }

        void loseNext(boolean trimmed) {
            loss = Optional.of(trimmed);
        }

        private List<String> changesOf(String shard) {
            return changes.getOrDefault(shard, new ArrayList<>());
        }

        @Override
        public List<ShardName> shards() {
            described++;
            return List.copyOf(names.values());
        }

        @Override
        public String iterator(String shardId, Optional<String> after) {
            return Integer.toString(after.map(changesOf(shardId)::indexOf).orElse(-1) + 1);
        }

        @Override
        public Page read(String shardId, String iterator) {
            if (loss.isPresent()) {
                boolean trimmed = loss.get();
                loss = Optional.empty();
                throw new LostPlaceException(trimmed, new IllegalStateException("DynamoDB says so"));
            }
            List<String> all = changesOf(shardId);
            int from = Integer.parseInt(iterator);
            int to = Math.min(from + PAGE, all.size());
            List<TableChange> page = all.subList(from, to).stream()
                    .map(number -> new TableChange(shardId, number, "key", "{}"))
                    .toList();
            boolean end = ended.contains(shardId) && to == all.size();
            return new Page(page, end ? Optional.empty() : Optional.of(Integer.toString(to)));
        }
    }
}
