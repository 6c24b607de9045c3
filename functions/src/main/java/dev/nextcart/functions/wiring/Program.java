package dev.nextcart.functions.wiring;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Where a native function begins. On the JVM Lambda's runtime calls Quarkus itself. */
@QuarkusMain
public final class Program {
    private Program() {}

    /** @param arguments none are known; Quarkus gets them */
    public static void main(String... arguments) {
        StartTrace.programEntered();
        Quarkus.run(arguments);
    }
}
