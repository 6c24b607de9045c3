package dev.nextcart.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTag;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/** The attributes of an item on their way into a row; the builder that every row's schema reads items with. */
final class Columns {
    private final Map<String, Object> values = new HashMap<>();

    /** A schema in the making. */
    static final class Schema<R> {
        private final StaticImmutableTableSchema.Builder<R, Columns> builder;

        private Schema(StaticImmutableTableSchema.Builder<R, Columns> builder) {
            this.builder = builder;
        }

        /** @param value may give null, which leaves the attribute out */
        <T> Schema<R> with(String name, Class<T> type, Function<R, @Nullable T> value, StaticAttributeTag... tags) {
            builder.addAttribute(
                    type,
                    attribute -> attribute
                            .name(name)
                            .getter(value)
                            .setter((columns, read) -> columns.values.put(name, read))
                            .tags(tags));
            return this;
        }

        TableSchema<R> build() {
            return builder.build();
        }
    }

    static <R> Schema<R> schema(Class<R> row, Function<Columns, R> reader) {
        return new Schema<>(
                StaticImmutableTableSchema.builder(row, Columns.class).newItemBuilder(Columns::new, reader));
    }

    /** @throws IllegalStateException when the item lacks it */
    <T> T get(String name, Class<T> type) {
        return find(name, type).orElseThrow(() -> new IllegalStateException("a stored item has no attribute " + name));
    }

    <T> Optional<T> find(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name)).map(type::cast);
    }
}
