package dev.nextcart.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.nextcart.domain.event.ClickEvent.CartItemAdded;
import dev.nextcart.domain.event.ClickEvent.CartItemRemoved;
import dev.nextcart.domain.event.ClickEvent.ProductViewed;
import dev.nextcart.domain.event.ClickEvent.RecommendationClicked;
import dev.nextcart.domain.event.ClickEvent.RecommendationShown;
import dev.nextcart.domain.event.ClickEvent.SearchPerformed;
import dev.nextcart.domain.event.ClickEvent.ShownItem;
import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.event.OrderEvent.OrderCancelled;
import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.OrderEvent.OrderReturned;
import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ReviewEvent;
import dev.nextcart.domain.event.ReviewEvent.ReviewPosted;
import dev.nextcart.domain.event.ReviewEvent.ReviewRemoved;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperErased;
import dev.nextcart.domain.event.ShopperId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Writes canonical JSON, for any number of threads: one line, fields in one order, what is absent left out. Equal
 * events give equal text, and {@link EventReader} makes an equal event of it.
 */
public final class EventWriter {
    private final JsonFactory json = new JsonFactory();

    public String write(ShopEvent event) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartObject();
            head(out, event);
            body(out, event);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory needs no output", e);
        }
        return text.toString();
    }

    private static void head(JsonGenerator out, ShopEvent event) throws IOException {
        out.writeStringField("eventId", event.eventId());
        out.writeStringField("type", EventType.of(event).wireName());
        out.writeStringField("occurredAt", event.occurredAt().toString());
        optional(out, "shopperId", event.shopper().map(ShopperId::value));
    }

    private static void body(JsonGenerator out, ShopEvent event) throws IOException {
        switch (event) {
            case OrderPlaced placed -> {
                order(out, placed);
                optional(out, "promotionId", placed.promotionId());
            }
            case OrderCancelled cancelled -> order(out, cancelled);
            case OrderReturned returned -> order(out, returned);
            case ReviewPosted posted -> {
                review(out, posted.reviewId(), posted);
                out.writeStringField("text", posted.text());
                optional(out, "language", posted.language());
            }
            case ReviewRemoved removed -> review(out, removed.reviewId(), removed);
            case ProductViewed viewed -> {
                out.writeStringField("productId", viewed.product().value());
                optional(out, "category", viewed.category().map(category -> category.value()));
            }
            case CartItemAdded added -> {
                out.writeStringField("productId", added.product().value());
                out.writeNumberField("quantity", added.quantity());
                optional(out, "category", added.category().map(category -> category.value()));
            }
            case CartItemRemoved removed ->
                out.writeStringField("productId", removed.product().value());
            case SearchPerformed performed -> out.writeStringField("query", performed.query());
            case RecommendationShown shown -> {
                out.writeStringField("recommendationId", shown.recommendationId());
                items(out, shown.items());
            }
            case RecommendationClicked clicked -> {
                out.writeStringField("recommendationId", clicked.recommendationId());
                out.writeStringField("productId", clicked.product().value());
            }
            case ProductChanged changed -> product(out, changed);
            case ShopperErased erased -> optional(out, "reason", erased.reason());
        }
    }

    private static void order(JsonGenerator out, OrderEvent order) throws IOException {
        out.writeStringField("orderId", order.orderId());
        out.writeStringField("currency", order.currency());
        out.writeArrayFieldStart("lines");
        for (OrderLine line : order.lines()) {
            out.writeStartObject();
            out.writeStringField("productId", line.product().value());
            out.writeNumberField("quantity", line.quantity());
            out.writeNumberField("unitPriceCents", line.unitPriceCents());
            optional(out, "category", line.category().map(category -> category.value()));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void review(JsonGenerator out, String reviewId, ReviewEvent review) throws IOException {
        out.writeStringField("reviewId", reviewId);
        out.writeStringField("productId", review.product().value());
        out.writeNumberField("rating", review.rating());
    }

    private static void product(JsonGenerator out, ProductChanged changed) throws IOException {
        out.writeStringField("productId", changed.product().value());
        out.writeStringField("title", changed.title());
        out.writeStringField("description", changed.description());
        optional(out, "category", changed.category().map(category -> category.value()));
        out.writeNumberField("priceCents", changed.priceCents());
        out.writeStringField("currency", changed.currency());
        if (changed.stock().isPresent()) {
            out.writeNumberField("stock", changed.stock().getAsInt());
        }
    }

    private static void items(JsonGenerator out, List<ShownItem> items) throws IOException {
        out.writeArrayFieldStart("items");
        for (ShownItem item : items) {
            out.writeStartObject();
            out.writeStringField("productId", item.product().value());
            out.writeFieldName("propensity");
            out.writeNumber(Propensity.ofPpm(item.propensityPpm()));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void optional(JsonGenerator out, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            out.writeStringField(name, value.get());
        }
    }
}
