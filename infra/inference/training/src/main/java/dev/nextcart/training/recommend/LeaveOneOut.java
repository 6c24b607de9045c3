package dev.nextcart.training.recommend;

import dev.nextcart.models.recommend.History;
import java.util.ArrayList;
import java.util.List;

/**
 * Each shopper's last item is the test, the one before it the validation, the rest is trained on (Kang and McAuley, 2018).
 * Shoppers with fewer than {@value #MIN_ITEMS} items are trained on and not asked.
 *
 * @param train histories without the last two items
 * @param validation asked while choosing
 * @param test asked once, at the end; the validation item is part of the history then
 */
record LeaveOneOut(List<History> train, List<Case> validation, List<Case> test) {
    /** One to learn from, one to validate, one to test. */
    static final int MIN_ITEMS = 3;

    /**
     * @param history what is known
     * @param target the item that came next
     */
    record Case(History history, int target) {}

    LeaveOneOut {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    static LeaveOneOut of(List<History> histories) {
        List<History> train = new ArrayList<>();
        List<Case> validation = new ArrayList<>();
        List<Case> test = new ArrayList<>();
        for (History history : histories) {
            int size = history.size();
            if (size < MIN_ITEMS) {
                train.add(history);
                continue;
            }
            train.add(history.part(0, size - 2));
            validation.add(new Case(history.part(0, size - 2), history.items()[size - 2]));
            test.add(new Case(history.part(0, size - 1), history.items()[size - 1]));
        }
        return new LeaveOneOut(train, validation, test);
    }

    /** What may be learnt from before the test is asked: all but the test items. */
    List<History> trainAndValidation() {
        List<History> all = new ArrayList<>(test.stream().map(Case::history).toList());
        train.stream().filter(history -> history.size() < MIN_ITEMS).forEach(all::add);
        return all;
    }
}
