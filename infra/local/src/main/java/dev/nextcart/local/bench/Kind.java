package dev.nextcart.local.bench;

import dev.nextcart.local.runtime.FunctionProcesses;
import dev.nextcart.local.runtime.Launch;
import dev.nextcart.local.runtime.PackagedFunctions;
import java.util.List;

/**
 * A way to package and start the functions.
 *
 * @param name in summaries: a contract
 * @param zipMiB what would have to be uploaded
 */
record Kind(String name, PackagedFunctions functions, Launch launch, double zipMiB) {
    static final String NATIVE = "native";
    static final String JVM = "jvm";
    static final String JVM_AOT = "jvmAot";

    FunctionProcesses processes() {
        return functions.with(launch);
    }

    Kind by(List<String> command) {
        return new Kind(name, functions, launch.withBefore(command), zipMiB);
    }
}
