package dev.nextcart.local.runtime;

import dev.nextcart.local.template.FunctionSpec;
import java.io.IOException;

/** Starts the process of a function. */
@FunctionalInterface
public interface FunctionProcesses {
    /**
     * Starts one; its standard output and error are one stream for the caller to drain.
     *
     * @param runtimeApi host and port it finds its work at
     */
    Process start(FunctionSpec function, String runtimeApi) throws IOException;
}
