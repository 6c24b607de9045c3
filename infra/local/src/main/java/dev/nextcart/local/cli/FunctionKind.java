package dev.nextcart.local.cli;

/** The two builds of the functions. */
enum FunctionKind {
    /** A JVM package, as Lambda's managed java runtime runs it. */
    JVM,
    /** A native executable. */
    NATIVE,
    /** The native one if it is built and no older than the JVM package. */
    NEWEST
}
