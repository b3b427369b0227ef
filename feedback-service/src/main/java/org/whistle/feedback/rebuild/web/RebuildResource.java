package org.whistle.feedback.rebuild.web;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.rebuild.messaging.RebuildRunner;
import org.whistle.feedback.rebuild.store.RebuildJobs;

/** An operator has the numbers made again from the journal. */
@Path("/sla/rebuild")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sla")
@RolesAllowed(Roles.OPERATOR)
public class RebuildResource {

    private static final int SHOWN = 200;

    private final RebuildJobs jobs;
    private final RebuildRunner runner;
    private final Caller caller;

    RebuildResource(RebuildJobs jobs, RebuildRunner runner, Caller caller) {
        this.jobs = jobs;
        this.runner = runner;
        this.caller = caller;
    }

    /**
     * What is wanted.
     *
     * @param repair false: only compare; true when absent
     * @param street beneath which tickets are compared; all when absent
     */
    @Schema(name = "RebuildRequest")
    public record RebuildRequest(
            @Nullable Boolean repair,
            @Schema(examples = "370102009") @Nullable String street) {}

    @POST
    @Operation(
            summary = "Rebuild the numbers from the journal",
            description =
                    "In the background: reads the journal from its beginning into a second set of facts, holds it "
                            + "against the one that is kept, and puts right what differs, each ticket with its counts in one "
                            + "transaction; then counts everything again. Consumers and reports go on meanwhile. It survives a "
                            + "restart. Tickets the journal does not have whole stay as they are and are told.")
    @APIResponse(
            responseCode = "202",
            description = "It is under way; Location says where to look",
            content = @Content(schema = @Schema(implementation = RebuildView.class)))
    @APIResponse(responseCode = "409", description = "rebuild-running")
    public Uni<Response> begin(@Nullable RebuildRequest body) {
        boolean repair = body == null || body.repair() == null || body.repair();
        String place = body == null ? null : Params.place("street", body.street());
        return jobs.request(repair, place, caller.account()).chain(asked -> {
            RebuildJobs.Job job = asked.orElseThrow(() -> ProblemException.of(RebuildProblem.REBUILD_RUNNING));
            return runner.look().replaceWith(() -> Response.accepted(RebuildView.of(job, List.of(), new JsonObject()))
                    .location(URI.create("/api/feedback/sla/rebuild/" + job.id()))
                    .build());
        });
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far a rebuild is, and what it found")
    public Uni<RebuildView> one(@PathParam("id") String id) {
        UUID known = id(id);
        return jobs.find(known)
                .map(found -> found.orElseThrow(ProblemException::notFound))
                .chain(job -> jobs.differences(known, SHOWN).chain(differences -> jobs.outcomes(known)
                        .map(outcomes -> RebuildView.of(job, differences, outcomes))));
    }

    @GET
    @Operation(summary = "Rebuilds, the latest first, at most 50")
    public Uni<List<RebuildSummary>> latest() {
        return jobs.latest().map(found -> found.stream().map(RebuildSummary::of).toList());
    }

    /** A rebuild in short. */
    @Schema(name = "RebuildSummary")
    public record RebuildSummary(
            UUID id,
            String state,
            String phase,
            boolean repair,
            String requestedBy,
            Instant requestedAt,
            @Nullable Instant finishedAt) {

        static RebuildSummary of(RebuildJobs.Job job) {
            return new RebuildSummary(
                    job.id(),
                    job.state(),
                    job.phase().word(),
                    job.repair(),
                    job.requestedBy(),
                    job.requestedAt(),
                    job.finishedAt());
        }
    }

    private static UUID id(String text) {
        try {
            return Params.required("id", Params.uuid("id", text));
        } catch (ProblemException malformed) {
            throw ProblemException.notFound();
        }
    }
}
