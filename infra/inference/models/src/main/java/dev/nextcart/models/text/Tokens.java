package dev.nextcart.models.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.nextcart.models.ModelException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Texts as token ids, special ones around them, cut at the encoder's limit. */
final class Tokens implements AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;

    /**
     * @throws ModelException if it is no tokenizer that this library can read
     */
    Tokens(SentenceEncoder encoder) {
        try {
            tokenizer = HuggingFaceTokenizer.builder()
                    .optTokenizerPath(encoder.tokenizer())
                    .optAddSpecialTokens(true)
                    .optTruncation(true)
                    .optMaxLength(encoder.tokenLimit())
                    .optPadding(false)
                    .build();
        } catch (IOException | RuntimeException e) {
            throw new ModelException(encoder.tokenizer() + " cannot be read as a tokenizer: " + e.getMessage(), e);
        }
    }

    long[][] of(List<String> texts) {
        return Arrays.stream(tokenizer.batchEncode(texts)).map(Encoding::getIds).toArray(long[][]::new);
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
