package dev.nextcart.local.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Where in a piece each sequence number stands. */
final class SequenceNumbers {
    private final Map<String, Integer> places;

    SequenceNumbers(Piece piece) {
        places = HashMap.newHashMap(piece.size());
        for (int place = 0; place < piece.size(); place++) {
            places.put(piece.records().get(place).sequenceNumber(), place);
        }
    }

    boolean has(String sequenceNumber) {
        return places.containsKey(sequenceNumber);
    }

    /** The place of the lowest of these, which the piece has. */
    int lowest(Collection<String> sequenceNumbers) {
        return sequenceNumbers.stream()
                .map(places::get)
                .mapToInt(Integer::intValue)
                .min()
                .orElseThrow();
    }
}
