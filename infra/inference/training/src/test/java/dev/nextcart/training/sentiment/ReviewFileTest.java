package dev.nextcart.training.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.training.CannotRunException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewFileTest {
    @TempDir
    Path folder;

    @Test
    void tab_separated_lines_may_have_a_header() throws IOException {
        String rows = "Good value.\t1\nBroke, \"at once\"\t0\n";
        List<Review> expected = List.of(new Review("Good value.", true), new Review("Broke, \"at once\"", false));

        assertEquals(expected, ReviewFile.read(written("a.tsv", rows)).all());
        assertEquals(
                expected,
                ReviewFile.read(written("b.tsv", "reviews\tsentiment\n" + rows)).all());
    }

    @Test
    void quoted_fields_may_hold_commas_and_line_ends() throws IOException {
        Path file = written("a.csv", "\uFEFFcat,label,review\n书籍,1,\"很好,\n推荐\"\n平板,0,太差\n手机,0,\"  \"\n");

        Reviews reviews = ReviewFile.read(file);

        assertEquals(List.of(new Review("很好,\n推荐", true), new Review("太差", false)), reviews.all());
        assertEquals(1, reviews.leftOut());
    }

    @Test
    void an_exports_stars_are_labels_but_for_three() throws IOException {
        Path file = written("events.jsonl", """
                {"eventId":"e1","type":"ReviewPosted","rating":5,"text":"Lovely"}
                {"eventId":"e2","type":"ProductViewed","productId":"p"}
                {"eventId":"e3","type":"ReviewPosted","rating":3,"text":"So so"}
                {"eventId":"e4","type":"ReviewPosted","rating":1,"text":"Broken"}
                """);

        Reviews reviews = ReviewFile.read(file);

        assertEquals(List.of(new Review("Lovely", true), new Review("Broken", false)), reviews.all());
        assertEquals(1, reviews.leftOut());
    }

    @Test
    void gzip_is_read_as_it_is() throws IOException {
        Path file = folder.resolve("a.tsv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("Good\t1\n".getBytes(StandardCharsets.UTF_8));
        }

        assertEquals(1, ReviewFile.read(file).all().size());
    }

    @Test
    void a_mistake_is_told_with_file_and_line() throws IOException {
        assertTrue(complaint(written("a.tsv", "Good\t1\nBad\t7\n")).contains("a.tsv, line 2"));
        assertTrue(complaint(written("b.csv", "label,review\n1,Good\n2,Bad\n")).contains("b.csv, line 3"));
        assertTrue(complaint(written("c.csv", "stars,words\n1,Good\n")).contains("no column \"review\""));
        assertTrue(complaint(written("d.jsonl", "{\"type\":\"ReviewPosted\",\"rating\":9}\n"))
                .contains("d.jsonl, line 1"));
        assertTrue(complaint(written("e.jsonl", "{\"type\":\n")).contains("no JSON"));
        assertTrue(complaint(Files.write(folder.resolve("f.tsv"), new byte[] {'a', (byte) 0xff, '\t', '1'}))
                .contains("not UTF-8"));
        assertTrue(complaint(written("g.tsv", "")).contains("g.tsv"));
    }

    @Test
    void a_repeated_text_counts_once_with_its_first_label() {
        Reviews reviews =
                new Reviews(List.of(new Review("Good", true), new Review("Bad", false), new Review("Good", false)), 0);

        assertEquals(
                List.of(new Review("Good", true), new Review("Bad", false)),
                reviews.distinct().all());
    }

    private String complaint(Path file) {
        return String.valueOf(assertThrows(CannotRunException.class, () -> ReviewFile.read(file))
                .getMessage());
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
