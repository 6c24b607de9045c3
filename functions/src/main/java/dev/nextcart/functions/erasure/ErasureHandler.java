package dev.nextcart.functions.erasure;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.nextcart.domain.event.ShopperErased;
import dev.nextcart.functions.intake.Intake;
import dev.nextcart.functions.intake.Intakes;
import dev.nextcart.lambda.SqsBatch;
import jakarta.inject.Named;

/** {@code erasure}: shoppers to be forgotten, from their queue. */
@Named(ErasureHandler.NAME)
public final class ErasureHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    static final String NAME = "erasure";

    private final Intake<ShopperErased> intake;
    private final Forgetting forgetting;

    ErasureHandler(Intakes intakes, Forgetting forgetting) {
        this.intake = intakes.fromQueue(NAME, ShopperErased.class);
        this.forgetting = forgetting;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return SqsBatch.walk(event, deliveries -> intake.settle(deliveries, forgetting));
    }
}
