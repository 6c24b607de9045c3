package dev.nextcart.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Writes the event that a stream's source hands to its function. */
interface BatchJson {
    String write(List<StreamRecord> batch);

    /** A record as {@code FilterCriteria} look at it. */
    JsonNode seen(StreamRecord record);
}
