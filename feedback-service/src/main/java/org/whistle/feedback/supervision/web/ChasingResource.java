package org.whistle.feedback.supervision.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.problem.FieldProblems;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Params;
import org.whistle.chassis.web.TicketLog;
import org.whistle.contracts.feedback.TicketChased;
import org.whistle.feedback.Wording;
import org.whistle.feedback.loop.web.Sight;
import org.whistle.feedback.supervision.Chasing;
import org.whistle.feedback.supervision.store.Chasings;

/** A person chases a ticket. */
@Path("/loops/{ticketId}/chasing")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "alerts")
@RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR, Roles.LEADER})
public class ChasingResource {

    private static final int MAX_TEXT = 2000;

    private final Chasings chasings;
    private final Caller caller;

    ChasingResource(Chasings chasings, Caller caller) {
        this.chasings = chasings;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Chase (催办)",
            description =
                    "By a dispatcher, supervisor or leader of the area, at any time. Without an assignment, whatever "
                            + "the ticket waits for: the street, the leading department, or the verification. The same person may "
                            + "chase a ticket once an hour. Nothing of the ticket changes, so no If-Match is asked for.")
    @APIResponse(
            responseCode = "201",
            description = "It was chased; department and street read it among their alerts",
            content = @Content(schema = @Schema(implementation = ChasingView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is not yours to see")
    @APIResponse(responseCode = "409", description = "nothing-to-chase, assignment-done, suspended, chased-lately")
    @APIResponse(responseCode = "422", description = "no-such-assignment")
    public Uni<Response> chase(@PathParam("ticketId") String ticketId, @Nullable ChasingRequest body) {
        Sight sight = Sight.of(caller);
        UUID id = ticketId(ticketId);
        if (body == null) {
            throw ProblemException.field("body", "此请求需要 JSON 请求体", "this request needs a JSON body");
        }
        Chasing.Command command = body.toCommand(sight, chasings.now());
        TicketLog.Scope log = TicketLog.of(id);
        return chasings.chase(id, sight::inArea, command)
                .map(ChasingResource::answer)
                .onTermination()
                .invoke(log::close);
    }

    private static Response answer(Chasings.Outcome outcome) {
        return switch (outcome) {
            case Chasings.Outcome.Done(UUID id, TicketChased event) ->
                Response.status(Response.Status.CREATED)
                        .entity(ChasingView.of(id, event))
                        .build();
            case Chasings.Outcome.Unseen unseen -> throw ProblemException.notFound();
            case Chasings.Outcome.Refused(Chasing.Decision.Refused refused) ->
                throw ProblemException.of(SupervisionProblem.of(refused.refusal()), Wording.spoken(refused.args()));
        };
    }

    private static UUID ticketId(String text) {
        try {
            return Params.required("ticketId", Params.uuid("ticketId", text));
        } catch (ProblemException malformed) {
            throw ProblemException.notFound();
        }
    }

    /** What is wanted. */
    @Schema(name = "ChasingRequest")
    public record ChasingRequest(
            @Schema(examples = "已超期两天，请今天内办结", maxLength = 2000) @Nullable
            String note,

            @Schema(description = "The assignment that is meant; whatever the ticket waits for when absent") @Nullable
            UUID assignmentId) {

        Chasing.Command toCommand(Sight sight, Instant at) {
            FieldProblems problems = new FieldProblems();
            problems.addIf(note == null || note.isBlank(), "note", "必须说明催办内容", "is required");
            problems.addIf(
                    note != null && note.length() > MAX_TEXT,
                    "note",
                    "不能超过 2000 个字符",
                    "must not be longer than 2000 characters");
            problems.addIf(note != null && note.indexOf('\0') >= 0, "note", "不能含有空字符", "must not hold a NUL character");
            problems.throwIfAny();
            return new Chasing.Command(note, assignmentId, sight.party().actor(), at);
        }
    }

    /**
     * A chasing.
     *
     * @param id of the alert that tells it
     * @param assignmentId the leg; absent when the street or the verification is waited for
     * @param dueAt when the clock's limit is or was used up
     */
    @Schema(name = "Chasing")
    public record ChasingView(
            UUID id,
            UUID ticketId,
            @Schema(examples = "handle") String stage,
            int round,
            @Nullable UUID assignmentId,
            @Nullable String department,
            Instant dueAt,
            @Nullable String note,
            String by,
            Instant chasedAt) {

        static ChasingView of(UUID id, TicketChased event) {
            return new ChasingView(
                    id,
                    event.ticketId(),
                    Wording.word(event.stage()),
                    event.round(),
                    event.assignmentId(),
                    event.department(),
                    event.dueAt(),
                    event.note(),
                    event.by().account(),
                    event.chasedAt());
        }
    }
}
