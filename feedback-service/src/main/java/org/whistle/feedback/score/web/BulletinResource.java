package org.whistle.feedback.score.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.score.store.Bulletins;
import org.whistle.feedback.sla.Span;
import org.whistle.feedback.sla.web.CsvWish;
import org.whistle.feedback.sla.web.PeriodParam;

/** Bulletins by period. */
@Path("/bulletins")
@Tag(name = "ranking")
@RolesAllowed({
    Roles.LEADER,
    Roles.SUPERVISOR,
    Roles.DISPATCHER,
    Roles.COMMUNITY,
    Roles.MANAGER,
    Roles.HANDLER,
    Roles.ADMINISTRATOR
})
public class BulletinResource {

    private final Bulletins bulletins;
    private final BulletinForm form;
    private final Caller caller;
    private final Clock clock;

    BulletinResource(Bulletins bulletins, BulletinForm form, Caller caller, Clock clock) {
        this.bulletins = bulletins;
        this.form = form;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/{period}")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            summary = "The bulletin of a period",
            description = "Totals, rankings, the most overdue and the most repeated types of what the caller may see. Of a "
                    + "period that is over it is counted once and stays as it is. As CSV with Accept: text/csv.")
    @APIResponse(
            responseCode = "200",
            description = "The bulletin",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = BulletinView.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public Uni<Response> get(
            @Parameter(description = PeriodParam.DESCRIPTION, example = "2026-03") @PathParam("period") String period,
            @Context HttpHeaders headers) {
        Instant now = clock.instant();
        Span span = PeriodParam.of("period", period, now);
        if (span.from(Params.ZONE).isAfter(now)) {
            throw ProblemException.field("period", "尚未开始", "has not begun yet");
        }
        AreaScope scope = caller.scope();
        Language language = Languages.of(headers);
        boolean csv = CsvWish.of(headers);
        return bulletins.of(span, scope, now).map(bulletin -> {
            BulletinView view = form.view(bulletin, span, scope, now, language);
            return csv
                    ? CsvWish.answer(BulletinCsv.write(view, language), "bulletin-" + span.label() + ".csv")
                    : Response.ok(view).type(MediaType.APPLICATION_JSON_TYPE).build();
        });
    }
}
