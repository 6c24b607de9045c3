package dev.nextcart.endpoint;

import dev.nextcart.inference.Task;
import dev.nextcart.models.ModelException;
import dev.nextcart.models.ModelFolder;
import dev.nextcart.models.ModelRegistry;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The version of one task that is served. Another takes its place between two batches; none waits, none fails. */
final class ModelSlot {
    private static final Logger LOG = Logger.getLogger(ModelSlot.class);

    private final Task task;
    private final ModelRegistry registry;
    private final Predictors predictors;

    /** Read by every batch, written by the watch alone. */
    private volatile @Nullable ServedModel served;

    private volatile String refusal = "";

    ModelSlot(Task task, ModelRegistry registry, Predictors predictors) {
        this.task = task;
        this.registry = registry;
        this.predictors = predictors;
    }

    Task task() {
        return task;
    }

    /** Why the registry's current version is not served; empty when it is. */
    String refusal() {
        return refusal;
    }

    Optional<ServedModel> served() {
        return Optional.ofNullable(served);
    }

    /** The served version, held for the caller until it releases it. */
    Optional<ServedModel> hold() {
        while (true) {
            ServedModel now = served;
            if (now == null) {
                return Optional.empty();
            }
            if (now.hold()) {
                return Optional.of(now);
            }
        }
    }

    /** Loads the registry's current version if it is another. One that cannot be used changes nothing but the refusal. */
    void refresh() {
        try {
            Optional<String> current = registry.current(task);
            if (current.isEmpty()) {
                refuse("no version of " + task.wireName() + " was promoted in " + registry.root());
            } else if (!isServed(current.get())) {
                load(current.get());
            } else {
                refusal = "";
            }
        } catch (ModelException e) {
            refuse(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s: the registry cannot be read", task.wireName());
            refuse("the registry cannot be read: " + e);
        }
    }

    private boolean isServed(String version) {
        ServedModel now = served;
        return now != null && now.card().version().equals(version);
    }

    private void load(String version) {
        ModelFolder folder = registry.open(task, version);
        ServedModel next = new ServedModel(folder.card(), predictors.open(folder));
        ServedModel before = served;
        served = next;
        refusal = "";
        LOG.infof("%s: serving version %s", task.wireName(), version);
        if (before != null) {
            before.release();
        }
    }

    private void refuse(String reason) {
        if (!reason.equals(refusal)) {
            LOG.warnf("%s: %s", task.wireName(), reason);
            refusal = reason;
        }
    }

    /** After the last batch. */
    void close() {
        ServedModel last = served;
        served = null;
        if (last != null) {
            last.release();
        }
    }
}
