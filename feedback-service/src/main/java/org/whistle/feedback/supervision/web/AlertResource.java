package org.whistle.feedback.supervision.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.Page;
import org.whistle.chassis.page.PageRequest;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.Wording;
import org.whistle.feedback.clock.ClockStage;
import org.whistle.feedback.clock.Threshold;
import org.whistle.feedback.place.store.Districts;
import org.whistle.feedback.supervision.Addressee;
import org.whistle.feedback.supervision.AlertFilter;
import org.whistle.feedback.supervision.store.AlertQueries;

/** Warnings, breaches, chasings, supervision orders, bulletins and missed check-ins. */
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

    private static final List<String> KINDS =
            Arrays.stream(Threshold.values()).map(Threshold::word).toList();

    private static final List<String> STAGES =
            Arrays.stream(ClockStage.values()).map(Wording::word).toList();

    private final AlertQueries queries;
    private final Districts districts;
    private final Clock clock;
    private final Caller caller;

    AlertResource(AlertQueries queries, Districts districts, Clock clock, Caller caller) {
        this.queries = queries;
        this.districts = districts;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            summary = "Alerts in the caller's area, the latest first",
            description =
                    "Handlers and managers see those of their own department. With audience=mine, only what is for "
                            + "the caller: a warning for handler and manager; a breach and a chasing for manager and street; a "
                            + "supervision order for street and district supervisor; a bulletin for the district's leader; a "
                            + "missed check-in and what nobody has been given yet for the street.")
    public Uni<Page<AlertView>> list(
            @Parameter(description = "warning, breach, chasing, supervision, bulletin or check-in-missed")
                    @QueryParam("kind")
                    @Nullable
                    String kind,
            @Parameter(description = "dispatch, accept, handle, verify or check-in") @QueryParam("stage") @Nullable
                    String stage,
            @QueryParam("department") @Nullable String department,
            @Parameter(description = "code of a street, community or grid") @QueryParam("street") @Nullable
                    String street,
            @Parameter(description = "true: its clock still runs") @QueryParam("open") @Nullable String open,
            @Parameter(description = "true: somebody has acknowledged it") @QueryParam("acknowledged") @Nullable
                    String acknowledged,
            @Parameter(description = "mine: only what is for the caller") @QueryParam("audience") @Nullable
                    String audience,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        AlertFilter filter = new AlertFilter(
                Params.oneOf("kind", kind, KINDS),
                Params.oneOf("stage", stage, STAGES),
                Params.text("department", department, MAX_CODE),
                Params.place("street", street),
                flag("open", open),
                flag("acknowledged", acknowledged),
                Params.oneOf("audience", audience, "mine") == null ? null : addressee());
        PageRequest request = PageRequest.of(limit, cursor, 2);
        Language language = Languages.of(headers);
        return queries.list(filter, caller.scope(), request)
                .map(found -> Page.of(found, request, uri, alert -> Cursor.of(alert.thresholdAt(), alert.id()))
                        .map(alert -> AlertView.of(alert, districts.names(), language)));
    }

    @POST
    @Path("/{id}/acknowledgement")
    @Operation(
            summary = "Acknowledge an alert (签收)",
            description =
                    "By somebody whom it is for. Who acknowledges first stays; again is no error and changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The alert after it",
            content = @Content(schema = @Schema(implementation = AlertView.class)))
    @APIResponse(responseCode = "403", description = "alert-not-yours: it is for others")
    @APIResponse(responseCode = "404", description = "There is none, or it is not yours to see")
    public Uni<AlertView> acknowledge(@PathParam("id") String id, @Context HttpHeaders headers) {
        AreaScope scope = caller.scope();
        Addressee addressee = addressee();
        String account = caller.account();
        Language language = Languages.of(headers);
        UUID alertId = alertId(id);
        return queries.one(alertId, scope)
                .invoke(found -> {
                    AlertQueries.Found alert = found.orElseThrow(ProblemException::notFound);
                    if (!addressee.isTold(alert.stage(), alert.kind(), alert.department())) {
                        throw ProblemException.of(SupervisionProblem.ALERT_NOT_YOURS);
                    }
                })
                .chain(() -> queries.acknowledge(alertId, account, clock.instant()))
                .chain(() -> queries.one(alertId, scope))
                .map(found -> AlertView.of(found.orElseThrow(ProblemException::notFound), districts.names(), language));
    }

    private Addressee addressee() {
        return Addressee.of(caller.roles(), caller.areas(), caller.department());
    }

    private static @Nullable Boolean flag(String name, @Nullable String value) {
        String word = Params.oneOf(name, value, "true", "false");
        return word == null ? null : Boolean.valueOf(word);
    }

    private static UUID alertId(String text) {
        try {
            return Params.required("id", Params.uuid("id", text));
        } catch (ProblemException malformed) {
            throw ProblemException.notFound();
        }
    }
}
