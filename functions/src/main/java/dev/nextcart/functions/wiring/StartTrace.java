package dev.nextcart.functions.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Says when a start got how far, for {@code ./nextcart bench cold-start}: a line for each step, with the time in
 * microseconds since 1970. Silent unless the environment asks for it.
 */
@Singleton
final class StartTrace {
    private static final String SWITCH = "NEXTCART_START_TRACE";

    /** The first line of ours: what came before is the operating system's and the runtime's. */
    static void programEntered() {
        step("program");
    }

    /** Configuration and logging stand, beans can be made. */
    void beansCanBeMade(@Observes @Initialized(ApplicationScoped.class) Object event) {
        step("beans");
    }

    /** Everything that Quarkus starts has started. */
    void containerUp() {
        step("container");
    }

    /** The handler has what it needs to work: stores, and the clients behind them. */
    void wired() {
        step("wired");
    }

    private static void step(String name) {
        if (System.getenv(SWITCH) != null) {
            long micros = ChronoUnit.MICROS.between(
                    Instant.EPOCH, InstantSource.system().instant());
            System.out.println("start-trace " + name + " " + micros);
        }
    }
}
