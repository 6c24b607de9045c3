package dev.nextcart.local.cli;

import dev.nextcart.local.client.Cloud;
import dev.nextcart.local.client.Receipt;
import dev.nextcart.local.verify.RefusedTexts;
import dev.nextcart.store.StoredRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sends again what was given up or refused, and learns what became of it. Nothing is taken off a list before what
 * follows it is settled: a refused event is marked as begun, sent, and marked as redriven only when it was not refused.
 */
final class RedriveRun {
    private final Connection cloud;

    RedriveRun(Connection cloud) {
        this.cloud = cloud;
    }

    /** What became of one. */
    enum Fate {
        REDRIVEN,
        REFUSED_AGAIN,
        NOT_SENT
    }

    record Outcome(SetDown message, Fate fate, String what) {
        boolean isGood() {
            return fate == Fate.REDRIVEN;
        }
    }

    /** As they are. Returns when all are settled. */
    List<Outcome> redrive(List<SetDown> chosen) {
        List<Outcome> outcomes = new ArrayList<>(moveBack(ofKind(SetDown.Dead.class, chosen)));
        List<SetDown.Refused> whole = new ArrayList<>();
        for (SetDown.Refused each : ofKind(SetDown.Refused.class, chosen)) {
            if (each.isCut()) {
                outcomes.add(
                        new Outcome(
                                each,
                                Fate.NOT_SENT,
                                "was not sent: its payload was not kept whole. Send it from its source, or mended: --with FILE"));
            } else {
                whole.add(each);
            }
        }
        outcomes.addAll(sendAgain(whole));
        return outcomes;
    }

    /**
     * Something mended in the place of one. Returns when it is settled.
     *
     * @throws CannotRunException when it is what was refused already
     */
    Outcome replace(SetDown message, List<String> mended) {
        requireMended(mended);
        return switch (message) {
            case SetDown.Refused refused -> replaceRefused(refused, mended);
            case SetDown.Dead dead -> replaceDead(dead, mended);
        };
    }

    private List<Outcome> moveBack(List<SetDown.Dead> dead) {
        Map<String, String> failed = new LinkedHashMap<>();
        for (int from = 0; from < dead.size(); from += Cloud.MAX_BATCH_EVENTS) {
            List<SetDown.Dead> some = dead.subList(from, Math.min(dead.size(), from + Cloud.MAX_BATCH_EVENTS));
            failed.putAll(cloud.client()
                    .deadLetters()
                    .redrive(some.stream().map(SetDown::id).toList()));
        }
        cloud.awaitRest();
        return dead.stream()
                .map(each -> Optional.ofNullable(failed.get(each.id()))
                        .map(why -> new Outcome(each, Fate.NOT_SENT, "was not moved: " + why))
                        .orElseGet(() -> new Outcome(each, Fate.REDRIVEN, "moved back to " + each.source())))
                .toList();
    }

    private List<Outcome> sendAgain(List<SetDown.Refused> refused) {
        Set<String> before = rows();
        Instant begun = Instant.now();
        refused.forEach(each -> begin(each, begun));
        send(refused.stream().map(RedriveRun::eventOf).toList());
        RefusedTexts fresh = settledRefusals(before);
        List<Outcome> outcomes = new ArrayList<>();
        for (SetDown.Refused each : refused) {
            // A queue's envelope is another each time: the new refusal stands for the old one, which is done then.
            boolean stands = finish(each, begun);
            outcomes.add(fresh.find(eventOf(each))
                    .map(why -> new Outcome(each, Fate.REFUSED_AGAIN, "was refused again: " + why.reason()))
                    .orElseGet(() -> stands
                            ? new Outcome(each, Fate.REDRIVEN, "redriven")
                            : new Outcome(each, Fate.REFUSED_AGAIN, "was refused again")));
        }
        return outcomes;
    }

    private Outcome replaceRefused(SetDown.Refused refused, List<String> mended) {
        Set<String> before = rows();
        Instant begun = Instant.now();
        begin(refused, begun);
        send(mended);
        Optional<String> why = refusal(settledRefusals(before), mended);
        if (why.isPresent()) {
            refused.rows().forEach(row -> cloud.redrives().cancel(row, begun));
            return alsoRefused(refused, why.get());
        }
        finish(refused, begun);
        return new Outcome(refused, Fate.REDRIVEN, "redriven as mended");
    }

    private void begin(SetDown.Refused refused, Instant at) {
        refused.rows().forEach(row -> cloud.redrives().begin(row, at));
    }

    /** Whether it was not refused again under the same id. */
    private boolean finish(SetDown.Refused refused, Instant begun) {
        Instant now = Instant.now();
        return refused.rows().stream()
                .map(row -> cloud.redrives().finish(row, begun, now))
                .reduce(true, Boolean::logicalAnd);
    }

    private Outcome replaceDead(SetDown.Dead dead, List<String> mended) {
        Set<String> before = rows();
        boolean atDoor = cloud.client().deadLetters().replace(dead.id(), mended).stream()
                .anyMatch(Receipt.Refused.class::isInstance);
        Optional<String> why = refusal(settledRefusals(before), mended);
        return atDoor || why.isPresent()
                ? alsoRefused(dead, why.orElse("by the door"))
                : new Outcome(dead, Fate.REDRIVEN, "redriven as mended");
    }

    private static Outcome alsoRefused(SetDown message, String why) {
        return new Outcome(message, Fate.REFUSED_AGAIN, "what was to take its place was refused too: " + why);
    }

    private static Optional<String> refusal(RefusedTexts fresh, List<String> sent) {
        return sent.stream()
                .flatMap(text -> fresh.find(text).stream())
                .map(RefusedTexts.Refused::reason)
                .findFirst();
    }

    private void requireMended(List<String> mended) {
        RefusedTexts all = new RefusedTexts();
        cloud.stored().refusals().forEach(all::add);
        refusal(all, mended).ifPresent(why -> {
            throw new CannotRunException("--with: this is what was refused already, not mended: " + why);
        });
    }

    private void send(List<String> texts) {
        for (int from = 0; from < texts.size(); from += Cloud.MAX_BATCH_EVENTS) {
            cloud.client().send(texts.subList(from, Math.min(texts.size(), from + Cloud.MAX_BATCH_EVENTS)));
        }
    }

    /** What was refused since those rows were looked at, once all is settled. */
    private RefusedTexts settledRefusals(Set<String> before) {
        cloud.awaitRest();
        RefusedTexts fresh = new RefusedTexts();
        cloud.stored()
                .refusals()
                .filter(stored -> !before.contains(row(stored)))
                .forEach(fresh::add);
        return fresh;
    }

    private Set<String> rows() {
        return cloud.stored().refusals().map(RedriveRun::row).collect(Collectors.toSet());
    }

    /** One that is refused again has a new time. */
    private static String row(StoredRefusal stored) {
        return stored.refusalId() + "@" + stored.refusal().refusedAt();
    }

    private static String eventOf(SetDown.Refused refused) {
        return RefusedTexts.eventOf(refused.stored().refusal().payload());
    }

    private static <T extends SetDown> List<T> ofKind(Class<T> kind, List<SetDown> chosen) {
        return chosen.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
