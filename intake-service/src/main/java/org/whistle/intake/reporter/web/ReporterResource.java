package org.whistle.intake.reporter.web;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.problem.CommonProblem;
import org.whistle.chassis.problem.FieldProblems;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Params;
import org.whistle.contracts.intake.Reporter;
import org.whistle.intake.reporter.Asker;
import org.whistle.intake.reporter.Mask;
import org.whistle.intake.reporter.PersonalData;
import org.whistle.intake.reporter.ReporterRule;
import org.whistle.intake.reporter.Sight;
import org.whistle.intake.reporter.store.ReporterDesk;
import org.whistle.intake.reporter.store.ReporterDesk.Seen;

/** Who is behind a ticket's reports, for those who must reach them. Every look is on the audit record. */
@Path("/tickets/{ticketId}/reporter")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reporters", description = "People's data: masked, unmasked with a reason, erased")
public class ReporterResource {

    private final ReporterDesk desk;
    private final Caller caller;

    @Inject
    ReporterResource(ReporterDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /** Masked: enough to recognise a person, not to reach one. */
    @GET
    @Operation(
            summary = "Who reported, masked; on the audit record",
            description =
                    "For the handlers and managers of the bodies that have the ticket, and for dispatchers, the"
                            + " community, call-back clerks and supervisors of its area. A whistle-blower is shown to call-back"
                            + " clerks and supervisors only; for everybody else the answer is the same as when nothing is kept.")
    @APIResponse(
            responseCode = "200",
            description = "The reporter",
            content = @Content(schema = @Schema(implementation = ReporterView.class)))
    @APIResponse(responseCode = "404", description = "No such ticket, not the caller's to see, or nothing to show")
    public Uni<Response> masked(
            @PathParam("ticketId") String ticketId,
            @Parameter(description = "Another of the ticket's reports; without it the first")
                    @QueryParam("report")
                    @Nullable
                    String report) {
        return look(
                ticketId,
                report,
                Sight.Look.MASKED,
                null,
                data -> new PersonalData(Mask.name(data.name()), Mask.phone(data.phone())));
    }

    /** In full, once. */
    @POST
    @Path("/unmasking")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Who reported, in full; on the audit record with its reason",
            description = "For the handlers and managers of the bodies that have the ticket, and for dispatchers and"
                    + " call-back clerks of its area. Of a whistle-blower for call-back clerks and supervisors only.")
    @APIResponse(
            responseCode = "200",
            description = "The reporter",
            content = @Content(schema = @Schema(implementation = ReporterView.class)))
    @APIResponse(responseCode = "404", description = "No such ticket, not the caller's to see, or nothing to show")
    public Uni<Response> unmasked(
            @PathParam("ticketId") String ticketId,
            @Parameter(description = "Another of the ticket's reports; without it the first")
                    @QueryParam("report")
                    @Nullable
                    String report,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Unmasking.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "call",
                                                            value = "{\"reason\": \"现场找不到井盖，需电话询问具体位置\"}")))
                    @Nullable
                    Unmasking body) {
        if (body == null) {
            throw ProblemException.field("body", "需要 JSON 请求体", "must be a JSON object");
        }
        Reasons.check(new FieldProblems(), body.reason()).throwIfAny();
        return look(ticketId, report, Sight.Look.UNMASKED, body.reason().strip(), UnaryOperator.identity());
    }

    private Uni<Response> look(
            String ticketId,
            @Nullable String report,
            Sight.Look look,
            @Nullable String reason,
            UnaryOperator<PersonalData> shown) {
        UUID ticket = id(ticketId);
        UUID named = Params.uuid("report", report);
        return desk.look(ticket, named == null ? ticket : named, Asker.of(caller), look, reason)
                .map(seen -> switch (seen) {
                    case Seen.Person(PersonalData data, Reporter.Kind kind) -> {
                        PersonalData visible = shown.apply(data);
                        yield Response.ok(new ReporterView(
                                        visible.name(), visible.phone(), kind, look == Sight.Look.MASKED))
                                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                .build();
                    }
                    case Seen.Refused(Sight why) -> throw refusal(why);
                });
    }

    private static ProblemException refusal(Sight why) {
        return switch (why) {
            case FORBIDDEN -> ProblemException.of(CommonProblem.FORBIDDEN);
            case HIDDEN -> ProblemException.of(ReporterRule.REPORTER_HIDDEN);
            case UNSEEN -> ProblemException.notFound();
            case OPEN -> throw new IllegalStateException("nothing was refused");
        };
    }

    /** An id that is none names nothing. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    /**
     * Why a reporter is unmasked.
     *
     * @param reason 10 to 500 characters
     */
    @Schema(name = "Unmasking")
    public record Unmasking(
            @Schema(required = true, minLength = 10, maxLength = 500) @Nullable
            String reason) {}

    /**
     * A reporter.
     *
     * @param masked whether name and phone are shown in part only
     */
    @Schema(name = "ReporterPerson")
    public record ReporterView(
            @Schema(examples = "张*") @Nullable String name,

            @Schema(examples = "138****1234") @Nullable String phone,

            Reporter.Kind kind,
            boolean masked) {

        /** Says nothing, wherever it may be printed. */
        @Override
        public String toString() {
            return "ReporterView[hidden]";
        }
    }
}
