package dev.nextcart.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.local.engine.ErasureStorm.FateKind;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Erasures in the middle of everything else: whoever is erased stays away, and nobody else loses an event. */
class SeededErasureTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_erased_stay_away_and_the_others_are_the_fold_of_all_their_events(long seed) {
        ErasureStorm storm = new ErasureStorm(seed);

        storm.rage();

        for (int number = 0; number < ErasureStorm.SHOPPERS; number++) {
            ShopperId shopper = ErasureStorm.shopper(number);
            if (number < ErasureStorm.ERASED) {
                assertTrue(storm.isErased(shopper), shopper::value);
                assertEquals(Optional.empty(), storm.profile(shopper));
            } else {
                assertEquals(Optional.of(Profile.of(shopper, storm.sent(shopper))), storm.profile(shopper));
            }
            assertEquals(0, storm.lateEvents(shopper), shopper::value);
        }
        assertTrue(storm.fates(FateKind.ERASED) > 50, "a storm in which little comes after an erasure tests little");
        assertTrue(storm.fates(FateKind.COUNTED) > 500, "nor one in which little counts");
    }
}
