package dev.nextcart.local.cli;

import java.nio.file.Path;

/** Starts a local cloud in this process. */
@FunctionalInterface
interface CloudStarter {
    /**
     * Returns when the cloud takes events; its {@code cloud.json} lies in the state folder then.
     *
     * @param kind which build of the functions it runs
     * @throws CannotRunException when it cannot start
     */
    Started start(Path stateFolder, FunctionKind kind);

    /** A cloud of this process; it goes when the process does. */
    interface Started extends AutoCloseable {
        /** Returns when somebody stopped it. */
        void awaitStop() throws InterruptedException;

        /** Stops it; again does nothing. */
        @Override
        void close();
    }
}
