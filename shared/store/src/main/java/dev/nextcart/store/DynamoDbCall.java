package dev.nextcart.store;

import dev.nextcart.domain.event.StoreBusyException;
import java.io.IOException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Tells a busy world from a mistake of ours. */
final class DynamoDbCall {
    private static final int SERVER_ERROR = 500;

    private DynamoDbCall() {}

    /**
     * The call's answer.
     *
     * @param what what is done to which table, for the reason
     * @throws StoreBusyException when the call may pass if made again: throttled, timed out, 5xx, no connection
     */
    static <T> T orBusy(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            if (mayPass(e)) {
                throw new StoreBusyException(what + ": " + e.getMessage(), e);
            }
            throw e;
        }
    }

    private static boolean mayPass(SdkException e) {
        return switch (e) {
            // A transaction had its hand on the item: a refusal or a late event of the same shopper.
            case TransactionConflictException meeting -> true;
            case SdkServiceException answered ->
                answered.isThrottlingException() || answered.statusCode() >= SERVER_ERROR;
            case ApiCallTimeoutException late -> true;
            case ApiCallAttemptTimeoutException late -> true;
            case AbortedException interrupted -> true;
            case SdkClientException unsent -> unsent.retryable() || unsent.getCause() instanceof IOException;
            default -> false;
        };
    }
}
