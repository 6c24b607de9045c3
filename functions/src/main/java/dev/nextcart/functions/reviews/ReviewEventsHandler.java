package dev.nextcart.functions.reviews;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.nextcart.domain.event.ReviewEvent;
import dev.nextcart.domain.profile.ProfileFolding;
import dev.nextcart.functions.intake.Intake;
import dev.nextcart.functions.intake.Intakes;
import dev.nextcart.lambda.SqsBatch;
import jakarta.inject.Named;

/** {@code review-events}: reviews posted and taken back, from their queue. */
@Named(ReviewEventsHandler.NAME)
public final class ReviewEventsHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    static final String NAME = "review-events";

    private final Intake<ReviewEvent> intake;
    private final ProfileFolding profiles;

    ReviewEventsHandler(Intakes intakes, ProfileFolding profiles) {
        this.intake = intakes.fromQueue(NAME, ReviewEvent.class);
        this.profiles = profiles;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return SqsBatch.walk(event, deliveries -> intake.settle(deliveries, profiles::fold));
    }
}
