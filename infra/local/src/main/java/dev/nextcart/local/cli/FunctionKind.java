package dev.nextcart.local.cli;

/** The two builds of the functions. */
enum FunctionKind {
    /** A JVM package, as Lambda's managed java runtime runs it. */
    JVM,
    /** A native executable. */
    NATIVE,
    /** The one that was built last: the package that the template names. */
    NEWEST
}
