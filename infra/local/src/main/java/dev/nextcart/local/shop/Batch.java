package dev.nextcart.local.shop;

import dev.nextcart.local.client.Cloud;
import dev.nextcart.local.shop.ReplayPlan.Send;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sends gathered for one call to the door. */
final class Batch {
    /** Of event text a call: one order of 5,000 lines is 0.5 MB, and the control server reads a body whole. */
    private static final long MAX_BYTES = 4L << 20;

    private final List<Send> sends = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private long bytes;

    /** Whether one more would be too much; an empty batch takes any. */
    boolean isFullFor(String text) {
        return sends.size() == Cloud.MAX_BATCH_EVENTS || (bytes > 0 && bytes + bytesOf(text) > MAX_BYTES);
    }

    void add(Send send, String text) {
        sends.add(send);
        texts.add(text);
        bytes += bytesOf(text);
    }

    List<Send> sends() {
        return sends;
    }

    List<String> texts() {
        return texts;
    }

    private static long bytesOf(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
