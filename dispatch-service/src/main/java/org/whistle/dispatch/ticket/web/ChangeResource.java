package org.whistle.dispatch.ticket.web;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.dispatch.ticket.store.ChangeFeed;
import org.whistle.dispatch.ticket.store.ChangeWatch;

/**
 * Live changes as server-sent events. Each event's id is its place in the order of changes, so a client that comes back
 * with {@code Last-Event-ID} misses nothing, whichever instance it comes to. A stream ends after a while, so that the
 * client's next token is checked; browsers reconnect by themselves.
 */
@Path("/events")
@RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR, Roles.LEADER, Roles.COMMUNITY})
@Tag(name = "live", description = "Changes as they happen")
public class ChangeResource {

    private final ChangeWatch watch;
    private final Caller caller;
    private final Duration heartbeat;
    private final Duration lifetime;

    /**
     * @param heartbeat how often a comment is sent when nothing happens
     * @param lifetime how long one stream lasts
     */
    ChangeResource(
            ChangeWatch watch,
            Caller caller,
            @ConfigProperty(name = "whistle.events.heartbeat", defaultValue = "PT15S") Duration heartbeat,
            @ConfigProperty(name = "whistle.events.lifetime", defaultValue = "PT10M") Duration lifetime) {
        this.watch = watch;
        this.caller = caller;
        this.heartbeat = heartbeat;
        this.lifetime = lifetime;
    }

    /**
     * A ticket that changed, as it is now.
     *
     * @param whistle how far the bodies are that a whistle called: accepted, checked in, reported; absent when none did
     */
    @Schema(name = "TicketChange")
    record ChangeView(
            UUID ticketId,
            String ticketNo,
            String state,
            String street,
            long version,
            ChangeFeed.@Nullable Turnout whistle) {}

    /** The stream. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "Tickets of one's area as they change; resumes behind Last-Event-ID")
    public Multi<OutboundSseEvent> changes(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
        AreaScope scope = caller.scope();
        Multi<OutboundSseEvent> changes =
                watch.changes(place(lastEventId), scope).map(change -> event(sse, change));
        Multi<OutboundSseEvent> heartbeats = Multi.createFrom()
                .ticks()
                .every(heartbeat)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("heartbeat").build());
        return Multi.createBy().merging().streams(changes, heartbeats).select().first(lifetime);
    }

    private static OutboundSseEvent event(Sse sse, ChangeFeed.Change change) {
        return sse.newEventBuilder()
                .id(change.place().xid() + ":" + change.place().id())
                .name("ticket")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(
                        ChangeView.class,
                        new ChangeView(
                                change.ticketId(),
                                change.ticketNo(),
                                change.state(),
                                change.street(),
                                change.version(),
                                change.whistle()))
                .build();
    }

    private static ChangeFeed.@Nullable Place place(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return null;
        }
        int colon = lastEventId.indexOf(':');
        try {
            long xid = Long.parseLong(lastEventId.substring(0, Math.max(0, colon)));
            if (xid >= 0) {
                return new ChangeFeed.Place(xid, UUID.fromString(lastEventId.substring(colon + 1)));
            }
        } catch (IllegalArgumentException e) {
            // Answered below, like a negative number.
        }
        throw ProblemException.field("Last-Event-ID", "不是本接口给出的编号", "was not given by this stream");
    }
}
