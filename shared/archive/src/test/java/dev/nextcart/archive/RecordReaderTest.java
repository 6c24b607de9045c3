package dev.nextcart.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
    @Test
    void a_record_is_a_line() throws IOException {
        assertEquals(List.of("{\"a\":1}\n", "{\"b\":\"}{\"}\n"), records("{\"a\":1}\n{\"b\":\"}{\"}\n"));
        assertEquals(List.of("{\"a\":1}"), records("{\"a\":1}"));
        assertEquals(List.of(), records(""));
    }

    @Test
    void a_record_written_over_several_lines_is_one() throws IOException {
        String pretty = "{\n  \"a\": {\n    \"b\": \"\\\"{\"\n  }\n}\n";

        assertEquals(List.of(pretty, "{\"c\":2}\n"), records(pretty + "{\"c\":2}\n"));
    }

    @Test
    void a_broken_record_takes_no_other_with_it() throws IOException {
        assertEquals(List.of("{\"a\":\n", "{\"b\":1}\n"), records("{\"a\":\n{\"b\":1}\n"));
        assertEquals(List.of("no json\n", "{\"b\":1}\n", "nor this\n"), records("no json\n{\"b\":1}\nnor this\n"));
        assertEquals(List.of("{\"a\":\"open\n", "x\n", "{\"b\":1}\n"), records("{\"a\":\"open\nx\n{\"b\":1}\n"));
        assertEquals(List.of("}}}\n", "{\"b\":1}\n"), records("}}}\n{\"b\":1}\n"));
    }

    @Test
    void objects_that_were_joined_are_read_as_one() throws IOException {
        byte[] first = SmallBucket.zip("{\"a\":1}\n");
        byte[] second = SmallBucket.zip("{\"b\":1}\n");
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);

        assertEquals(List.of("{\"a\":1}\n", "{\"b\":1}\n"), read(both));
    }

    @Test
    void what_is_longer_than_any_record_is_cut() throws IOException {
        String endless = "{\"a\":\"" + "x".repeat(RecordReader.MAX_RECORD_BYTES) + "\"}\n";

        List<String> records = records(endless + "{\"b\":1}\n");

        assertEquals(endless, records.get(0) + records.get(1));
        assertEquals("{\"b\":1}\n", records.get(2));
        assertEquals(3, records.size());
    }

    private static List<String> records(String text) throws IOException {
        return read(SmallBucket.zip(text));
    }

    private static List<String> read(byte[] object) throws IOException {
        List<String> records = new ArrayList<>();
        try (RecordReader reader = new RecordReader(new ByteArrayInputStream(object))) {
            for (Optional<byte[]> record = reader.next(); record.isPresent(); record = reader.next()) {
                records.add(new String(record.get(), StandardCharsets.UTF_8));
            }
        }
        return records;
    }
}
