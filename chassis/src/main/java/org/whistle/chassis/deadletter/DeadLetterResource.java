package org.whistle.chassis.deadletter;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.deadletter.DeadLetterDesk.DeadLetter;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.Page;
import org.whistle.chassis.page.PageRequest;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.store.Failures;

/** What this service could not process, for an operator to look at and to replay. */
@Path("/dead-letters")
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "dead letters", description = "Records that could not be processed, with their cause")
public class DeadLetterResource {

    private static final UUID LAST_ID = new UUID(-1, -1);

    private final DeadLetterDesk desk;
    private final Caller caller;

    DeadLetterResource(DeadLetterDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "List dead letters, the latest first; replayed ones only on request")
    public Uni<Page<DeadLetter>> list(
            @QueryParam("replayed") @DefaultValue("false") boolean replayed,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor, 2);
        Cursor from = request.cursor();
        Uni<List<DeadLetter>> letters = from == null
                ? desk.list(replayed, Clock.systemUTC().instant().plusSeconds(60), LAST_ID, request.fetch())
                : desk.list(replayed, from.instant(0), from.uuid(1), request.fetch());
        return letters.map(items -> Page.of(items, request, uri, letter -> Cursor.of(letter.failedAt(), letter.id())));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One dead letter")
    public Uni<DeadLetter> find(@PathParam("id") UUID id) {
        return desk.find(id).map(found -> found.orElseThrow(ProblemException::notFound));
    }

    @POST
    @Path("/{id}/replay")
    @Operation(summary = "Hand the record to the handler it failed in once more")
    public Uni<DeadLetter> replay(@PathParam("id") UUID id) {
        return desk.replay(id, caller.account())
                .onFailure(failure -> !Failures.passes(failure))
                .recoverWithUni(failure -> {
                    String cause = String.valueOf(failure.getMessage());
                    return desk.noteFailure(id, cause).chain(() -> Uni.createFrom()
                            .failure(ProblemException.of(DeadLetterProblem.STILL_FAILS, cause)));
                })
                .chain(replayed -> desk.find(id).map(found -> {
                    DeadLetter letter = found.orElseThrow(ProblemException::notFound);
                    if (!replayed) {
                        throw ProblemException.of(
                                DeadLetterProblem.ALREADY_REPLAYED, letter.replayedAt(), letter.replayedBy());
                    }
                    return letter;
                }));
    }
}
