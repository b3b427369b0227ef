package org.whistle.feedback.rating.web;

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
import java.util.Arrays;
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
import org.whistle.contracts.feedback.CommunityRated;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;
import org.whistle.feedback.Wording;
import org.whistle.feedback.loop.web.Sight;
import org.whistle.feedback.rating.CommunityRating;
import org.whistle.feedback.rating.store.CommunityRatings;

/** A community rates a body's part in a ticket of its place. */
@Path("/loops/{ticketId}/legs/{assignmentId}/community-rating")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "ranking")
@RolesAllowed(Roles.COMMUNITY)
public class CommunityRatingResource {

    private static final int MAX_COMMENT = 500;

    private final CommunityRatings ratings;
    private final Caller caller;

    CommunityRatingResource(CommunityRatings ratings, Caller caller) {
        this.ratings = ratings;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "A community rates a department (社区评价部门)",
            description = "A body's completed part in a ticket of the community's own place, once for each completion. "
                    + "Nothing of the ticket changes, so no If-Match is asked for.")
    @APIResponse(
            responseCode = "201",
            description = "It was rated",
            content = @Content(schema = @Schema(implementation = RatedView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it lies elsewhere")
    @APIResponse(responseCode = "409", description = "part-not-completed, part-already-rated")
    @APIResponse(responseCode = "422", description = "no-such-part")
    public Uni<Response> rate(
            @PathParam("ticketId") String ticketId,
            @PathParam("assignmentId") String assignmentId,
            @Nullable RatingRequest body) {
        Sight sight = Sight.of(caller);
        UUID ticket = id("ticketId", ticketId);
        UUID assignment = id("assignmentId", assignmentId);
        if (body == null) {
            throw ProblemException.field("body", "此请求需要 JSON 请求体", "this request needs a JSON body");
        }
        CommunityRating.Command command = body.toCommand(assignment, sight, ratings.now());
        TicketLog.Scope log = TicketLog.of(ticket);
        return ratings.rate(ticket, sight::inArea, command)
                .map(CommunityRatingResource::answer)
                .onTermination()
                .invoke(log::close);
    }

    private static Response answer(CommunityRatings.Outcome outcome) {
        return switch (outcome) {
            case CommunityRatings.Outcome.Done(CommunityRated event) ->
                Response.status(Response.Status.CREATED)
                        .entity(RatedView.of(event))
                        .build();
            case CommunityRatings.Outcome.Unseen unseen -> throw ProblemException.notFound();
            case CommunityRatings.Outcome.Refused(CommunityRating.Decision.Refused refused) ->
                throw ProblemException.of(RatingProblem.of(refused.refusal()), Wording.spoken(refused.args()));
        };
    }

    private static UUID id(String name, String text) {
        try {
            return Params.required(name, Params.uuid(name, text));
        } catch (ProblemException malformed) {
            throw ProblemException.notFound();
        }
    }

    /** What the community says. */
    @Schema(name = "CommunityRatingRequest")
    public record RatingRequest(
            @Schema(
                    examples = "fair",
                    enumeration = {"satisfied", "fair", "unsatisfied"})
            @Nullable
            String rating,

            @Schema(examples = "修好了，但来得晚", maxLength = 500) @Nullable
            String comment) {

        CommunityRating.Command toCommand(UUID assignment, Sight sight, Instant at) {
            FieldProblems problems = new FieldProblems();
            Satisfaction known = Arrays.stream(Satisfaction.values())
                    .filter(value -> Wording.word(value).equals(rating))
                    .findFirst()
                    .orElse(null);
            problems.addIf(
                    known == null,
                    "rating",
                    "必须是 satisfied、fair 或 unsatisfied",
                    "must be satisfied, fair or unsatisfied");
            problems.addIf(
                    comment != null && comment.codePointCount(0, comment.length()) > MAX_COMMENT,
                    "comment",
                    "不能超过 500 个字符",
                    "must not be longer than 500 characters");
            problems.addIf(
                    comment != null && comment.indexOf('\0') >= 0,
                    "comment",
                    "不能含有空字符",
                    "must not hold a NUL character");
            problems.throwIfAny();
            String words = comment == null || comment.isBlank() ? null : comment.strip();
            return new CommunityRating.Command(
                    assignment, known, words, sight.party().actor(), at);
        }
    }

    /** A community's rating of a part. */
    @Schema(name = "CommunityRating")
    public record RatedView(
            UUID ticketId,
            UUID assignmentId,
            String department,
            @Schema(examples = "370102009001") String community,
            @Schema(examples = "fair") String rating,
            @Nullable String comment,
            String ratedBy,
            Instant ratedAt) {

        static RatedView of(CommunityRated event) {
            return new RatedView(
                    event.ticketId(),
                    event.assignmentId(),
                    event.department(),
                    event.community(),
                    Wording.word(event.rating()),
                    event.comment(),
                    event.ratedBy().account(),
                    event.ratedAt());
        }
    }
}
