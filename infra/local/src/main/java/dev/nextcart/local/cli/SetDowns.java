package dev.nextcart.local.cli;

import dev.nextcart.local.client.DeadLetters;
import dev.nextcart.store.StoredRefusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All that waits for an operator: dead letters of every queue and stream, and refused events. */
final class SetDowns {
    /** As in git: fewer characters are a slip of the finger. */
    private static final int MIN_PREFIX_CHARS = 4;

    private final Connection cloud;
    private long unlisted;

    SetDowns(Connection cloud) {
        this.cloud = cloud;
    }

    /** Dead letters, oldest first, then refused events, oldest first. */
    List<SetDown> all() {
        List<SetDown> all = new ArrayList<>();
        DeadLetters.Page page = cloud.client().deadLetters().list();
        unlisted = page.total() - page.letters().size();
        page.letters().forEach(letter -> all.add(new SetDown.Dead(letter)));
        Map<String, List<StoredRefusal>> refusals = cloud.stored()
                .refusals()
                // Of an erased shopper there is nothing to mend.
                .filter(stored -> !stored.withheld())
                .sorted(Comparator.comparing(stored -> stored.refusal().refusedAt()))
                .collect(Collectors.groupingBy(StoredRefusal::refusalId, LinkedHashMap::new, Collectors.toList()));
        refusals.values().forEach(rows -> all.add(new SetDown.Refused(rows)));
        return all;
    }

    /** Dead letters that lay behind those of the last look: the control API lists the oldest only. */
    long unlisted() {
        return unlisted;
    }

    /** Those that nobody has redriven yet, in this queue if one is named. */
    List<SetDown> open(Optional<String> queue) {
        return all().stream()
                .filter(each -> !(each instanceof SetDown.Refused refused && refused.isDone()))
                .filter(each -> queue.isEmpty() || queue.get().equals(each.where()))
                .toList();
    }

    /**
     * Those with these ids, in this order; the first characters of an id will do.
     *
     * @throws CannotRunException when there is none or more than one, and which
     */
    List<SetDown> named(List<String> ids) {
        List<SetDown> all = all();
        return ids.stream().map(id -> find(id, all)).distinct().toList();
    }

    private static SetDown find(String id, List<SetDown> all) {
        List<SetDown> matching = id.length() < MIN_PREFIX_CHARS
                ? List.of()
                : all.stream().filter(each -> each.id().startsWith(id)).toList();
        if (matching.size() == 1) {
            return matching.getFirst();
        }
        throw new CannotRunException(
                matching.isEmpty()
                        ? "There is no dead letter or refused event with the id " + id
                                + ". See which there are: ./nextcart dlq list --all-states"
                        : id + " is how " + matching.size() + " ids begin; give more of it");
    }
}
