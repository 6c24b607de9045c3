package dev.nextcart.training.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.models.ModelException;
import dev.nextcart.models.text.OnnxTextEmbedder;
import dev.nextcart.models.text.Pooling;
import dev.nextcart.models.text.SentenceEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainedEncoderTest {
    @TempDir
    static Path folder;

    private static SentenceEncoder chinese;
    private static OnnxTextEmbedder english;

    @BeforeAll
    static void open() throws IOException {
        chinese = PretrainedEncoder.CHINESE.writeTo(folder);
        english = OnnxTextEmbedder.open(PretrainedEncoder.ENGLISH.writeTo(folder));
    }

    @AfterAll
    static void close() {
        english.close();
    }

    @Test
    void like_meanings_lie_closer_than_like_words() {
        float[][] vectors = english.embed(List.of(
                "A warm jacket for winter", "Insulated coat against the cold", "A warm welcome to the winter sale"));

        assertEquals(384, english.dimensions());
        assertTrue(cosine(vectors[0], vectors[1]) > cosine(vectors[0], vectors[2]));
        assertEquals(1, cosine(vectors[0], vectors[0]), 1e-5);
    }

    @Test
    void a_chinese_text_has_its_own_encoder() {
        try (OnnxTextEmbedder embedder = OnnxTextEmbedder.open(chinese)) {
            float[][] vectors = embedder.embed(List.of("这个手机很好用", "手机非常好", "酒店的房间很脏"));

            assertEquals(512, embedder.dimensions());
            assertTrue(cosine(vectors[0], vectors[1]) > cosine(vectors[0], vectors[2]));
        }
    }

    @Test
    void a_text_gives_the_same_vector_among_others_as_alone() {
        String text = "Great phone";

        float[] alone = english.embed(List.of(text))[0];
        float[] among = english.embed(List.of("Broken on arrival, and nobody answers my mails.", text, "Fine"))[1];

        assertArrayEquals(alone, among);
    }

    @Test
    void a_text_past_the_limit_counts_up_to_it() {
        String words = "good ".repeat(600);

        float[][] vectors = english.embed(List.of(words, words + "but terrible in the end", ""));

        assertArrayEquals(vectors[0], vectors[1]);
        assertEquals(1, cosine(vectors[2], vectors[2]), 1e-5);
    }

    @Test
    void another_file_is_refused_by_name() throws IOException {
        Path foreign = Files.writeString(folder.resolve("foreign.json"), "{}");

        ModelException tokenizer = assertThrows(
                ModelException.class,
                () -> OnnxTextEmbedder.open(SentenceEncoder.quantizedBge(chinese.network(), foreign)));
        ModelException network = assertThrows(
                ModelException.class,
                () -> OnnxTextEmbedder.open(
                        new SentenceEncoder(foreign, chinese.tokenizer(), 512, Pooling.FIRST_TOKEN, 1)));

        assertTrue(String.valueOf(tokenizer.getMessage()).contains("foreign.json"));
        assertTrue(String.valueOf(network.getMessage()).contains("foreign.json"));
    }

    private static double cosine(float[] left, float[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * (double) right[i];
        }
        return sum;
    }
}
