package dev.nextcart.functions.clicks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.nextcart.domain.event.ClickEvent;
import dev.nextcart.domain.profile.ProfileFolding;
import dev.nextcart.functions.intake.Intake;
import dev.nextcart.functions.intake.Intakes;
import dev.nextcart.lambda.StreamBatch;
import jakarta.inject.Named;

/** {@code clickstream-events}: views, carts, searches and recommendations, from the stream. */
@Named(ClickstreamEventsHandler.NAME)
public final class ClickstreamEventsHandler implements RequestHandler<KinesisEvent, StreamsEventResponse> {
    static final String NAME = "clickstream-events";

    private final Intake<ClickEvent> intake;
    private final ProfileFolding profiles;

    ClickstreamEventsHandler(Intakes intakes, ProfileFolding profiles) {
        this.intake = intakes.fromStream(NAME, ClickEvent.class);
        this.profiles = profiles;
    }

    @Override
    public StreamsEventResponse handleRequest(KinesisEvent event, Context context) {
        return StreamBatch.walk(event, deliveries -> intake.settle(deliveries, profiles::fold));
    }
}
