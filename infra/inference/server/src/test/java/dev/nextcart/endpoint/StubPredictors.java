package dev.nextcart.endpoint;

import dev.nextcart.inference.Outcome;
import dev.nextcart.inference.Sentiment;
import dev.nextcart.inference.Sentiment.Polarity;
import dev.nextcart.inference.SentimentInstance;
import dev.nextcart.models.ModelException;
import dev.nextcart.models.ModelFolder;
import dev.nextcart.models.Predictor;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Says of each text that it is neutral, and of which version; fails on {@code fail}, overflows on {@code deep}, and waits on
 * {@code wait} until it is let go.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class StubPredictors implements Predictors {
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch arrived = new CountDownLatch(1);

    /** From now on {@code wait} waits. */
    synchronized void shut() {
        gate = new CountDownLatch(1);
        arrived = new CountDownLatch(1);
    }

    boolean isClosed(String version) {
        return closed.contains(version);
    }

    void letGo() {
        gate.countDown();
    }

    void awaitArrival() throws InterruptedException {
        arrived.await();
    }

    @Override
    public Predictor<?, ?> open(ModelFolder folder) {
        String version = folder.card().version();
        if (version.startsWith("unloadable")) {
            throw new ModelException(version + " cannot be loaded");
        }
        return new Predictor<SentimentInstance, Sentiment>() {
            @Override
            public List<Outcome<Sentiment>> predict(List<SentimentInstance> instances) {
                if (closed.contains(version)) {
                    throw new IllegalStateException("asked after it was closed");
                }
                return instances.stream().map(each -> answer(each, version)).toList();
            }

            @Override
            public void close() {
                closed.add(version);
            }
        };
    }

    private Outcome<Sentiment> answer(SentimentInstance instance, String version) {
        switch (instance.text()) {
            case "fail" -> throw new IllegalStateException("as asked");
            case "deep" -> throw new StackOverflowError("as asked");
            case "wait" -> await();
            default -> {}
        }
        return Outcome.answered(new Sentiment(Polarity.NEUTRAL, 0.5, "en", version + ":" + instance.text()));
    }

    private void await() {
        arrived.countDown();
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
