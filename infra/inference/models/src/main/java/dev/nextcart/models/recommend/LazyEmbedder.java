package dev.nextcart.models.recommend;

import dev.nextcart.models.ModelException;
import dev.nextcart.models.text.OnnxTextEmbedder;
import dev.nextcart.models.text.SentenceEncoder;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A text encoder that is loaded when the first new item comes and not before: its file alone has 24 to 34 MB. */
final class LazyEmbedder implements Function<String, float[]>, AutoCloseable {
    private final SentenceEncoder encoder;
    private @Nullable OnnxTextEmbedder opened;
    private boolean closed;

    LazyEmbedder(SentenceEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public float[] apply(String text) {
        return opened().embed(List.of(text))[0];
    }

    private synchronized OnnxTextEmbedder opened() {
        if (closed) {
            throw new ModelException("this version is closed already");
        }
        OnnxTextEmbedder there = opened;
        if (there == null) {
            there = OnnxTextEmbedder.open(encoder);
            opened = there;
        }
        return there;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }
}
