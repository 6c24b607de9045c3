package dev.nextcart.testkit;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/** Fails the next calls as DynamoDB does once the SDK's own retries are used up. */
public final class ThrottlingInterceptor implements ExecutionInterceptor {
    private static final int BAD_REQUEST = 400;

    private final Throttle throttle = new Throttle();
    private volatile Class<? extends SdkRequest> kind = SdkRequest.class;

    public void throttleNext(int calls) {
        throttleNext(SdkRequest.class, calls);
    }

    /** Lets calls of other kinds through meanwhile. */
    public void throttleNext(Class<? extends SdkRequest> kindOfCall, int calls) {
        kind = kindOfCall;
        throttle.next(calls);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (kind.isInstance(context.request()) && throttle.turnsAway()) {
            throw ProvisionedThroughputExceededException.builder()
                    .message("The level of configured provisioned throughput for the table was exceeded")
                    .statusCode(BAD_REQUEST)
                    .awsErrorDetails(AwsErrorDetails.builder()
                            .errorCode("ProvisionedThroughputExceededException")
                            .serviceName("DynamoDb")
                            .build())
                    .build();
        }
    }
}
