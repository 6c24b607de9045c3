package dev.nextcart.local.shop;

/** An orders file that cannot be read as it is; the message names the file, the line, the column and the rule. */
public final class OrdersFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OrdersFileException(String message) {
        super(message);
    }

    OrdersFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
