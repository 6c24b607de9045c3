package dev.nextcart.local.cost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Prices of a region, from a file such as {@code infra/prices.json}.
 *
 * @param asOf date they were written down, as the file has it
 */
public record PriceTable(Path file, String region, String asOf, SortedMap<String, Price> prices) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws CostException when the file is missing, no JSON, or lacks a field */
    public static PriceTable read(Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            SortedMap<String, Price> prices = new TreeMap<>();
            json.path("prices")
                    .properties()
                    .forEach(entry -> prices.put(entry.getKey(), price(file, entry.getKey(), entry.getValue())));
            return new PriceTable(file, text(file, json, "region"), text(file, json, "asOf"), prices);
        } catch (NoSuchFileException e) {
            throw new CostException("there is no price table " + file, e);
        } catch (JsonProcessingException e) {
            throw new CostException(file + " is no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new CostException("cannot read the price table " + file + ": " + e.getMessage(), e);
        }
    }

    /** @throws CostException when the table has no such price */
    Price price(String key) {
        Price price = prices.get(key);
        if (price == null) {
            throw new CostException(file + " has no price \"" + key + "\", which this replay needs; it has "
                    + String.join(", ", prices.keySet()));
        }
        return price;
    }

    private static Price price(Path file, String key, JsonNode json) {
        if (!json.path("usd").isNumber() || !json.path("per").isNumber()) {
            throw new CostException(file + ": price \"" + key + "\" needs the numbers usd and per");
        }
        return new Price(
                key,
                json.path("usd").asDouble(),
                json.path("per").asDouble(),
                text(file, json, "unit"),
                text(file, json, "source"));
    }

    private static String text(Path file, JsonNode json, String name) {
        if (!json.path(name).isTextual()) {
            throw new CostException(file + " lacks a text " + name);
        }
        return json.path(name).textValue();
    }
}
