package dev.nextcart.local.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The event of a table's source: its records are written when they are read from the table's stream, and kept so. */
final class TableEventJson implements BatchJson {
    private final ObjectMapper mapper;

    TableEventJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String write(List<StreamRecord> batch) {
        return batch.stream().map(TableEventJson::text).collect(Collectors.joining(",", "{\"Records\":[", "]}"));
    }

    @Override
    public JsonNode seen(StreamRecord record) {
        try {
            return mapper.readTree(text(record));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change of a table is written in bad JSON: " + text(record), e);
        }
    }

    private static String text(StreamRecord record) {
        return new String(record.data(), StandardCharsets.UTF_8);
    }
}
