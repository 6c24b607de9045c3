package dev.nextcart.training.net;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;

/** DJL's PyTorch engine, set up for training on this machine: nothing phones out, and the threads that were asked for. */
public final class Torch {
    private static final String ENGINE = "PyTorch";

    private Torch() {}

    /**
     * Call before anything else touches DJL.
     *
     * @param threads of one operation. One is best for networks of this size: on two cores two are 6 times slower
     *     (measured 2026-11)
     */
    public static Engine engine(int threads) {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        return Engine.getEngine(ENGINE);
    }

    /** A manager to be closed by the caller, with all that lives in it. */
    public static NDManager manager() {
        return NDManager.newBaseManager(Engine.getEngine(ENGINE).defaultDevice(), ENGINE);
    }
}
