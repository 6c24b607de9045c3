package dev.nextcart.models.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which texts run together: like lengths, so that little of a run is padding. */
final class Runs {
    /** As many padded tokens as one run takes: the attention of two texts at the limit is 12 x 512 x 512 numbers each, 25 MB. */
    static final int MAX_TOKENS = 1024;

    private Runs() {}

    /**
     * @param ids the texts' tokens
     * @return the texts' numbers, each once; the longest of a run last
     */
    static List<int[]> of(long[][] ids, int textsPerRun) {
        int[] byLength = IntStream.range(0, ids.length)
                .boxed()
                .sorted(Comparator.comparingInt(text -> ids[text].length))
                .mapToInt(Integer::intValue)
                .toArray();
        List<int[]> runs = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= byLength.length; to++) {
            boolean full = to == byLength.length
                    || to - from == textsPerRun
                    || (to + 1 - from) * ids[byLength[to]].length > MAX_TOKENS;
            if (full) {
                runs.add(Arrays.copyOfRange(byLength, from, to));
                from = to;
            }
        }
        return runs;
    }
}
