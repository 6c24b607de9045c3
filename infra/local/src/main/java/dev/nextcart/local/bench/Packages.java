package dev.nextcart.local.bench;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which function packages there are to start.
 *
 * @param nativeZip holds a {@code bootstrap}
 * @param jvmZip holds classes and {@code lib/}
 */
public record Packages(Optional<Path> nativeZip, Optional<Path> jvmZip) {}
