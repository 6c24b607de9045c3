package dev.nextcart.local.runtime;

import java.nio.file.Path;
import java.util.List;

/**
 * How a function's process is started otherwise than usual.
 *
 * @param before command that the usual one becomes the arguments of; it must end by executing them in its own process
 * @param jvmFlags further flags of a JVM
 * @param classPath what a JVM's class path has beyond the Runtime Interface Client; the client's own loader asks it first
 */
public record Launch(List<String> before, List<String> jvmFlags, List<Path> classPath) {
    /** As Lambda does it. */
    public static final Launch USUAL = new Launch(List.of(), List.of(), List.of());

    public Launch {
        before = List.copyOf(before);
        jvmFlags = List.copyOf(jvmFlags);
        classPath = List.copyOf(classPath);
    }

    public Launch withBefore(List<String> command) {
        return new Launch(command, jvmFlags, classPath);
    }

    public Launch withJvmFlags(String... flags) {
        return new Launch(before, List.of(flags), classPath);
    }
}
