package org.whistle.feedback.digest.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.digest.Follow;
import org.whistle.feedback.digest.store.Follows;
import org.whistle.feedback.place.Names;
import org.whistle.feedback.place.store.Districts;
import org.whistle.feedback.sla.Period;
import org.whistle.feedback.sla.Span;

/** A leader follows areas and types, and reads the digest of them. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "follows")
@RolesAllowed({Roles.LEADER, Roles.SUPERVISOR})
public class FollowResource {

    private static final int MAX_TYPE = 16;

    private final Follows follows;
    private final DigestForm form;
    private final Districts districts;
    private final Caller caller;
    private final Clock clock;

    FollowResource(Follows follows, DigestForm form, Districts districts, Caller caller, Clock clock) {
        this.follows = follows;
        this.form = form;
        this.districts = districts;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/follows")
    @Operation(summary = "What the caller follows, at most 50; areas first")
    public Uni<List<DigestView.FollowView>> list(@Context HttpHeaders headers) {
        Language language = Languages.of(headers);
        return follows.of(caller.account()).map(found -> found.stream()
                .map(follow -> form.follow(follow, language))
                .toList());
    }

    @PUT
    @Path("/follows/{kind}/{code}")
    @Operation(summary = "Follow an area or a type", description = "Again changes nothing.")
    @APIResponse(responseCode = "204", description = "Followed")
    @APIResponse(responseCode = "404", description = "The area is not the caller's to see")
    @APIResponse(responseCode = "409", description = "50 are followed already")
    public Uni<Void> follow(
            @Parameter(description = "area or type", example = "area") @PathParam("kind") String kind,
            @Parameter(description = "code of the place or type", example = "370102009") @PathParam("code")
                    String code) {
        Follow.Kind known = kind(kind);
        switch (known) {
            case AREA -> caller.requireSees(Params.required("code", Params.place("code", code)));
            case TYPE -> requireType(code);
        }
        return follows.add(caller.account(), new Follow(known, code, clock.instant()))
                .invoke(followed -> {
                    if (!followed) {
                        throw ProblemException.of(FollowProblem.TOO_MANY_FOLLOWS, Follows.MOST);
                    }
                })
                .replaceWithVoid();
    }

    @DELETE
    @Path("/follows/{kind}/{code}")
    @Operation(summary = "Follow no longer", description = "What was not followed changes nothing.")
    @APIResponse(responseCode = "204", description = "Not followed")
    public Uni<Void> unfollow(@PathParam("kind") String kind, @PathParam("code") String code) {
        return follows.remove(
                caller.account(), kind(kind), Params.required("code", Params.text("code", code, MAX_TYPE)));
    }

    @GET
    @Path("/digest")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            summary = "The digest of what the caller follows",
            description = "The last day or week that is over, compared with the one before, and what is open now.")
    public Uni<DigestView> digest(
            @Parameter(description = "day or week; day when absent") @QueryParam("period") @Nullable String period,
            @Context HttpHeaders headers) {
        Period length = "week".equals(Params.oneOf("period", period, "day", "week")) ? Period.WEEK : Period.DAY;
        Instant now = clock.instant();
        Span span = Span.of(length, now.atZone(Params.ZONE).toLocalDate()).previous();
        AreaScope scope = caller.scope();
        Language language = Languages.of(headers);
        return follows.of(caller.account()).chain(found -> form.digest(found, span, scope, now, language));
    }

    private static Follow.Kind kind(String word) {
        return Follow.Kind.of(Objects.requireNonNull(Params.oneOf("kind", word, Follow.Kind.words())));
    }

    /** A type must be one of the district in use, when there is one. */
    private void requireType(String code) {
        Params.required("code", Params.text("code", code, MAX_TYPE));
        Names names = districts.names();
        if (names.version() != null && !names.types().containsKey(code)) {
            throw ProblemException.field("code", "不是本区县的问题类型", "is no issue type of this district");
        }
    }
}
