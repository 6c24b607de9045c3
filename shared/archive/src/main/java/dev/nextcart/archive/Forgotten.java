package dev.nextcart.archive;

import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.wire.NamedShoppers;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Who is to be forgotten, and whether a text names one of them. */
sealed interface Forgotten {
    boolean includes(ShopperId shopper);

    /** Whether the text may name one: quick, and never wrongly no. */
    boolean mayBeIn(String text);

    /** Whether a record of the archive, however bad it is, names one of them as its shopper. */
    default boolean isNamedBy(byte[] record, NamedShoppers named) {
        String text = new String(record, StandardCharsets.UTF_8);
        return mayBeIn(text) && named.in(text).stream().anyMatch(this::includes);
    }

    /** One who asked for it. */
    record One(ShopperId shopper) implements Forgotten {
        @Override
        public boolean includes(ShopperId other) {
            return shopper.equals(other);
        }

        /** JSON may spell an id in escapes. */
        @Override
        public boolean mayBeIn(String text) {
            return text.contains(shopper.value()) || text.indexOf('\\') >= 0;
        }
    }

    /** All who were erased and may still come up; only their pseudonyms are left. */
    record All(Set<ShopperKey> keys) implements Forgotten {
        public All {
            keys = Set.copyOf(keys);
        }

        @Override
        public boolean includes(ShopperId shopper) {
            return keys.contains(ShopperKey.of(shopper));
        }

        @Override
        public boolean mayBeIn(String text) {
            return !keys.isEmpty();
        }
    }
}
