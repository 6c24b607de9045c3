package dev.nextcart.local.template;

/** The template asks for something the local cloud cannot honour, or is broken. Says where, what and what to do. */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Names the place.
     *
     * @param where path in the template, e.g. {@code OrdersQueue.Properties.VisibilityTimeout}
     */
    TemplateException(String where, String problem) {
        super(where + ": " + problem);
    }
}
