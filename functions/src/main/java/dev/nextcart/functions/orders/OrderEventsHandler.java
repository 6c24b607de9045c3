package dev.nextcart.functions.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.functions.intake.Intake;
import dev.nextcart.functions.intake.Intakes;
import dev.nextcart.lambda.SqsBatch;
import jakarta.inject.Named;

/** {@code order-events}: orders, returns and cancellations from their queue. */
@Named(OrderEventsHandler.NAME)
public final class OrderEventsHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    static final String NAME = "order-events";

    private final Intake<OrderEvent> intake;
    private final OrderCounting counting;

    OrderEventsHandler(Intakes intakes, OrderCounting counting) {
        this.intake = intakes.fromQueue(NAME, OrderEvent.class);
        this.counting = counting;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return SqsBatch.walk(event, deliveries -> intake.settle(deliveries, counting));
    }
}
