package dev.nextcart.local.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which build of the functions a command runs. */
final class KindOption {
    @ArgGroup
    private @Nullable Choice choice;

    /** One or the other. */
    private static final class Choice {
        @Option(names = "--native", description = "Run the native functions (build them: ./mvnw package -Dnative)")
        @SuppressWarnings("UnusedVariable") // the other of two
        private boolean nativeOnes;

        @Option(names = "--jvm", description = "Run the JVM package (default: whichever was built last)")
        private boolean jvmOnes;
    }

    FunctionKind kind() {
        if (choice == null) {
            return FunctionKind.NEWEST;
        }
        return choice.jvmOnes ? FunctionKind.JVM : FunctionKind.NATIVE;
    }
}
