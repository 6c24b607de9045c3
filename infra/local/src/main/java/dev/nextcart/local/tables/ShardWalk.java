package dev.nextcart.local.tables;

import dev.nextcart.local.engine.TableChange;
import dev.nextcart.local.tables.TableLog.LostPlaceException;
import dev.nextcart.local.tables.TableLog.Page;
import dev.nextcart.local.tables.TableLog.ShardName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads all shards of a table's stream, a parent to its end before its children. Each change is handed over once: where
 * reading breaks off, it goes on behind the last change that was taken. Not for several threads.
 */
final class ShardWalk {
    private final TableLog log;
    private final Consumer<TableChange> taker;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private boolean shardsKnown;

    /** @param taker takes a change; what it throws breaks the pass off, and the change is offered again in the next */
    ShardWalk(TableLog log, Consumer<TableChange> taker) {
        this.log = log;
        this.taker = taker;
    }

    /** How far one shard was read. */
    private static final class Place {
        private final ShardName shard;
        private @Nullable String iterator;
        private Optional<String> last = Optional.empty();
        private boolean done;

        private Place(ShardName shard) {
            this.shard = shard;
        }
    }

    /** Reads until every open shard has nothing more; returns how many changes were taken. */
    int pass() {
        int taken = 0;
        boolean ended;
        do {
            if (!shardsKnown) {
                learnShards();
            }
            ended = false;
            for (Place place : open()) {
                taken += readOn(place);
                ended |= place.done;
            }
            shardsKnown = !ended; // A shard that ended has children.
        } while (ended);
        return taken;
    }

    private void learnShards() {
        List<ShardName> shards = log.shards();
        places.keySet().retainAll(shards.stream().map(ShardName::id).toList());
        shards.forEach(shard -> places.computeIfAbsent(shard.id(), id -> new Place(shard)));
        shardsKnown = true;
    }

    /** Those not read to their end whose parent is, or is forgotten. */
    private List<Place> open() {
        List<Place> open = new ArrayList<>();
        for (Place place : places.values()) {
            Optional<Place> parent = place.shard.parent().map(places::get);
            if (!place.done && parent.map(known -> known.done).orElse(true)) {
                open.add(place);
            }
        }
        return open;
    }

    private int readOn(Place place) {
        int taken = 0;
        while (!place.done) {
            Page page = read(place);
            for (TableChange change : page.changes()) {
                take(place, change);
                taken++;
            }
            place.iterator = page.next().orElse(null);
            place.done = page.next().isEmpty();
            if (page.changes().isEmpty()) {
                return taken;
            }
        }
        return taken;
    }

    private void take(Place place, TableChange change) {
        String iterator = place.iterator;
        place.iterator = null; // Should the taker throw, the next pass begins behind the last one taken.
        taker.accept(change);
        place.last = Optional.of(change.sequenceNumber());
        place.iterator = iterator;
    }

    private Page read(Place place) {
        try {
            return log.read(place.shard.id(), iterator(place));
        } catch (LostPlaceException e) {
            if (e.isTrimmed()) {
                place.last = Optional.empty();
            }
            place.iterator = null;
            return log.read(place.shard.id(), iterator(place));
        }
    }

    private String iterator(Place place) {
        String iterator = place.iterator;
        if (iterator == null) {
            iterator = log.iterator(place.shard.id(), place.last);
            place.iterator = iterator;
        }
        return iterator;
    }
}
