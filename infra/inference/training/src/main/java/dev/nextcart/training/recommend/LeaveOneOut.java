package dev.nextcart.training.recommend;

import dev.nextcart.models.recommend.History;
import java.util.ArrayList;
import java.util.List;

/**
 * Each shopper's last item is the test, the one before it the validation, the rest is trained on (Kang and McAuley, 2018).
 * Shoppers with fewer than {@value #MIN_ITEMS} items are trained on and not asked.
 *
 * @param train histories without the last two items
 * @param trainAndValidation without the last one: what may be learnt from before the test is asked
 * @param validation asked while choosing
 * @param test asked once, at the end; the validation item is part of the history then
 */
record LeaveOneOut(List<History> train, List<History> trainAndValidation, List<Case> validation, List<Case> test) {
    /** One to learn from, one to validate, one to test. */
    static final int MIN_ITEMS = 3;

    /**
     * @param history what is known
     * @param target the item that came next
     */
    record Case(History history, int target) {}

    LeaveOneOut {
        train = List.copyOf(train);
        trainAndValidation = List.copyOf(trainAndValidation);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    static LeaveOneOut of(List<History> histories) {
        List<History> train = new ArrayList<>();
        List<History> trainAndValidation = new ArrayList<>();
        List<Case> validation = new ArrayList<>();
        List<Case> test = new ArrayList<>();
        for (History history : histories) {
            int size = history.size();
            if (size < MIN_ITEMS) {
                train.add(history);
                trainAndValidation.add(history);
                continue;
            }
            train.add(history.part(0, size - 2));
            trainAndValidation.add(history.part(0, size - 1));
            validation.add(new Case(history.part(0, size - 2), history.items()[size - 2]));
            test.add(new Case(history.part(0, size - 1), history.items()[size - 1]));
        }
        return new LeaveOneOut(train, trainAndValidation, validation, test);
    }
}
