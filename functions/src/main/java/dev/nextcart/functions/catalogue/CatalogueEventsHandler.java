package dev.nextcart.functions.catalogue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.nextcart.domain.catalogue.CatalogueKeeping;
import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.functions.intake.Intake;
import dev.nextcart.functions.intake.Intakes;
import dev.nextcart.lambda.SqsBatch;
import jakarta.inject.Named;

/** {@code catalogue-events}: changes of products, from their queue. */
@Named(CatalogueEventsHandler.NAME)
public final class CatalogueEventsHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    static final String NAME = "catalogue-events";

    private final Intake<ProductChanged> intake;
    private final CatalogueKeeping catalogue;

    CatalogueEventsHandler(Intakes intakes, CatalogueKeeping catalogue) {
        this.intake = intakes.fromQueue(NAME, ProductChanged.class);
        this.catalogue = catalogue;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return SqsBatch.walk(event, deliveries -> intake.settle(deliveries, catalogue::keep));
    }
}
