package dev.nextcart.local.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.function.Consumer;

/** A way for an event to go wrong, such that nobody can ever take it for a fact. */
enum Flaw {
    BREAKS_OFF {
        @Override
        String spoil(String event) {
            return event.substring(0, event.length() * 2 / 3);
        }
    },
    NO_JSON {
        @Override
        String spoil(String event) {
            return event.replace('"', '\'');
        }
    },
    NO_OBJECT {
        @Override
        String spoil(String event) {
            return "[" + event + "]";
        }
    },
    FIELD_TWICE {
        @Override
        String spoil(String event) {
            return event.substring(0, event.length() - 1) + ",\"type\":\"OrderPlaced\"}";
        }
    },
    TOO_LARGE {
        @Override
        String spoil(String event) {
            return with(event, json -> json.put("pad", "x".repeat(MORE_THAN_A_RECORD)));
        }
    },
    TOO_DEEP {
        @Override
        String spoil(String event) {
            String deep = "[".repeat(DEEPER_THAN_READ) + "]".repeat(DEEPER_THAN_READ);
            return event.substring(0, event.length() - 1) + ",\"deep\":" + deep + "}";
        }
    },
    NO_TYPE {
        @Override
        String spoil(String event) {
            return with(event, json -> json.remove("type"));
        }
    },
    UNKNOWN_TYPE {
        @Override
        String spoil(String event) {
            return with(event, json -> json.put("type", json.path("type").asText() + "Twice"));
        }
    },
    ID_NOT_TEXT {
        @Override
        String spoil(String event) {
            return with(event, json -> json.put("eventId", 17));
        }
    },
    ID_WITH_NUL {
        @Override
        String spoil(String event) {
            return with(event, json -> json.put("eventId", json.path("eventId").asText() + '\0'));
        }
    },
    SHOPPER_NOT_TEXT {
        @Override
        String spoil(String event) {
            return with(event, json -> json.put("shopperId", 4711));
        }
    },
    SHOPPER_TOO_LONG {
        @Override
        String spoil(String event) {
            return with(event, json -> json.put("shopperId", "s".repeat(LONGER_THAN_AN_ID)));
        }
    },
    NO_TIME {
        @Override
        String spoil(String event) {
            return with(event, json -> json.remove("occurredAt"));
        }
    },
    TIME_UNREADABLE {
        @Override
        String spoil(String event) {
            return with(event, json -> json.put("occurredAt", "last Tuesday"));
        }
    },
    FROM_THE_FUTURE {
        @Override
        String spoil(String event) {
            return with(event, json -> json.put("occurredAt", "2090-01-01T00:00:00Z"));
        }
    },
    OUT_OF_RANGE {
        @Override
        String spoil(String event) {
            return with(event, json -> {
                switch (BodyField.of(json)) {
                    case LINES -> ((ObjectNode) json.path("lines").path(0)).put("quantity", 0);
                    case RATING -> json.put("rating", 9);
                    case QUANTITY -> json.put("quantity", -1);
                    case ITEMS -> json.putArray("items");
                    case OTHER -> json.put("eventId", "");
                }
            });
        }
    },
    WRONG_TYPE {
        @Override
        String spoil(String event) {
            return with(event, json -> {
                switch (BodyField.of(json)) {
                    case LINES -> json.put("lines", "two mugs");
                    case RATING -> json.put("rating", "5");
                    case QUANTITY -> json.put("quantity", 1.5);
                    case ITEMS -> json.put("items", true);
                    case OTHER -> json.putNull("eventId");
                }
            });
        }
    };

    /** Kinesis takes 1 MiB a record and EventBridge a quarter of that. */
    private static final int MORE_THAN_A_RECORD = 1_100_000;

    /** The reader goes 32 levels deep. */
    private static final int DEEPER_THAN_READ = 40;

    /** An id has 128 characters at most. */
    private static final int LONGER_THAN_AN_ID = 200;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param event canonical JSON of a good one */
    abstract String spoil(String event);

    /** Of the fields that only some kinds of event have, the one to spoil. */
    private enum BodyField {
        LINES,
        RATING,
        QUANTITY,
        ITEMS,
        OTHER;

        static BodyField of(JsonNode json) {
            for (BodyField each : values()) {
                if (json.has(each.name().toLowerCase(Locale.ROOT))) {
                    return each;
                }
            }
            return OTHER;
        }
    }

    private static String with(String event, Consumer<ObjectNode> change) {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(event);
            change.accept(json);
            return json.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("only a good event can be spoilt", e);
        }
    }
}
