package dev.nextcart.local.cli;

import dev.nextcart.domain.erasure.Tombstones.Standing;
import dev.nextcart.domain.event.InvalidEventException;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.Profile;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./nextcart profile}. */
@Command(
        name = "profile",
        description = {"Prints what is stored of one shopper. Exits with 1 if there is nothing.", ""})
final class ProfileCommand implements Callable<Integer> {
    private final Screen screen;

    @Parameters(paramLabel = "SHOPPER", description = "The shopper's id")
    private String id = "";

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    ProfileCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        ShopperId shopper = shopper();
        json.check();
        try (Connection cloud = state.connect()) {
            Optional<Profile> profile = cloud.profile(shopper);
            if (profile.isEmpty()) {
                screen.bad("No profile of " + shopper + ": "
                        + why(cloud.tombstones().find(shopper)));
                return Exit.NOT_CLEAN;
            }
            new ProfilePage(screen, Map.of()).print(profile.get());
            json.write(() -> RecordJson.of(profile.get()));
            return Exit.OK;
        }
    }

    private static String why(Standing standing) {
        return standing instanceof Standing.Erased erased
                ? "erased at " + erased.tombstone().erasedAt()
                : "no event of this shopper was counted";
    }

    private ShopperId shopper() {
        try {
            return new ShopperId(id);
        } catch (InvalidEventException e) {
            throw new CannotRunException(e.reason(), e);
        }
    }
}
