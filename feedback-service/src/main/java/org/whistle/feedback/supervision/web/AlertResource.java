package org.whistle.feedback.supervision.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.Page;
import org.whistle.chassis.page.PageRequest;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.loop.web.LoopView;
import org.whistle.feedback.loop.web.Named;
import org.whistle.feedback.place.Names;
import org.whistle.feedback.place.store.Districts;
import org.whistle.feedback.supervision.AlertFilter;
import org.whistle.feedback.supervision.store.AlertQueries;

/** Warnings, breaches and supervision orders. */
@Path("/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "alerts")
@RolesAllowed({
    Roles.SUPERVISOR,
    Roles.LEADER,
    Roles.DISPATCHER,
    Roles.COMMUNITY,
    Roles.GRID_WORKER,
    Roles.HANDLER,
    Roles.MANAGER,
    Roles.ADMINISTRATOR
})
public class AlertResource {

    private static final int MAX_CODE = 64;

    private final AlertQueries queries;
    private final Districts districts;
    private final Caller caller;

    AlertResource(AlertQueries queries, Districts districts, Caller caller) {
        this.queries = queries;
        this.districts = districts;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Alerts in the caller's area, the latest first",
            description = "Handlers and managers see those of their own department.")
    public Uni<Page<AlertView>> list(
            @Parameter(description = "warning, breach or supervision") @QueryParam("kind") @Nullable String kind,
            @Parameter(description = "dispatch, accept, handle or verify") @QueryParam("stage") @Nullable String stage,
            @QueryParam("department") @Nullable String department,
            @Parameter(description = "code of a street, community or grid") @QueryParam("street") @Nullable
                    String street,
            @Parameter(description = "true: its clock still runs") @QueryParam("open") @Nullable String open,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        String openWord = Params.oneOf("open", open, "true", "false");
        AlertFilter filter = new AlertFilter(
                Params.oneOf("kind", kind, "warning", "breach", "supervision"),
                Params.oneOf("stage", stage, "dispatch", "accept", "handle", "verify"),
                Params.text("department", department, MAX_CODE),
                Params.place("street", street),
                openWord == null ? null : Boolean.valueOf(openWord));
        PageRequest request = PageRequest.of(limit, cursor, 2);
        Language language = Languages.of(headers);
        return queries.list(filter, caller.scope(), request)
                .map(found -> Page.of(found, request, uri, alert -> Cursor.of(alert.thresholdAt(), alert.id()))
                        .map(alert -> AlertView.of(alert, districts.names(), language)));
    }

    /**
     * An alert.
     *
     * @param open whether its clock still runs
     * @param thresholdAt the instant that was passed
     * @param noticedAt when it was noticed; later than the other after downtime
     */
    @Schema(name = "Alert")
    public record AlertView(
            UUID id,
            UUID ticketId,
            @Schema(examples = "370102009-20260302-7K3M9Q") String ticketNo,
            String state,
            @Schema(examples = "breach") String kind,
            @Schema(examples = "handle") String stage,
            int round,
            @Nullable UUID assignmentId,
            @Nullable Named department,
            @Nullable Named type,
            LoopView.PlaceView place,
            boolean open,
            Instant dueAt,
            Instant thresholdAt,
            Instant noticedAt) {

        static AlertView of(AlertQueries.Found alert, Names names, Language language) {
            return new AlertView(
                    alert.id(),
                    alert.ticketId(),
                    alert.ticketNo(),
                    alert.state(),
                    alert.kind(),
                    alert.stage(),
                    alert.round(),
                    alert.assignmentId(),
                    Named.of(alert.department(), names.departments(), language),
                    Named.of(alert.type(), names.types(), language),
                    LoopView.PlaceView.of(alert.grid(), names, language),
                    alert.open(),
                    alert.dueAt(),
                    alert.thresholdAt(),
                    alert.noticedAt());
        }
    }
}
