package dev.nextcart.testkit;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/** Fails the next calls as DynamoDB does once the SDK's own retries are used up. */
public final class ThrottlingInterceptor implements ExecutionInterceptor {
    private static final int BAD_REQUEST = 400;

    private final Throttle throttle = new Throttle();

    public void throttleNext(int calls) {
        throttle.next(calls);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (throttle.turnsAway()) {
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
