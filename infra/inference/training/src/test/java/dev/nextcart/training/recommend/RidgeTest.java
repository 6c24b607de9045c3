package dev.nextcart.training.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nextcart.models.recommend.TextMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RidgeTest {
    @TempDir
    Path folder;

    @Test
    void an_affine_map_is_found_again_and_survives_its_file() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        List<float[]> texts = new ArrayList<>();
        List<float[]> items = new ArrayList<>();
        for (int item = 0; item < 400; item++) {
            float first = (float) random.nextGaussian();
            float second = (float) random.nextGaussian();
            texts.add(new float[] {first, second});
            items.add(new float[] {2 * first - second + 3, second});
        }

        Path file = folder.resolve(TextMap.FILE);
        Ridge.fit(texts, items).write(file);

        float[] mapped = TextMap.read(file).item(new float[] {1, 1});
        assertEquals(4, mapped[0], 0.01);
        assertEquals(1, mapped[1], 0.01);
    }
}
