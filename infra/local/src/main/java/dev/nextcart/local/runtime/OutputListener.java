package dev.nextcart.local.runtime;

import dev.nextcart.local.template.FunctionSpec;

/** Hears each line that a function's processes print, in order per process. */
@FunctionalInterface
public interface OutputListener {
    void line(FunctionSpec function, String line);
}
