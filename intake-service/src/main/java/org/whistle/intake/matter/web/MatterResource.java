package org.whistle.intake.matter.web;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import org.whistle.chassis.web.Versions;
import org.whistle.contracts.Actor;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.intake.grid.Gazetteer;
import org.whistle.intake.grid.store.Districts;
import org.whistle.intake.matter.MatterCommand;
import org.whistle.intake.matter.MatterCommand.By;
import org.whistle.intake.matter.store.MatterDesk;
import org.whistle.intake.matter.store.Matters;
import org.whistle.intake.matter.store.StoredMatter;

/** Matters below the street: each level sees what its area has, and acts on what is its own. */
@Path("/matters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "matters", description = "The chain below the street; each change with If-Match")
public class MatterResource {

    private static final String[] CHAIN = {
        Roles.UNIT_STEWARD, Roles.BUILDING_HEAD, Roles.GRID_WORKER, Roles.BRANCH, Roles.COMMUNITY
    };
    private static final String[] ABOVE = {Roles.DISPATCHER, Roles.SUPERVISOR, Roles.LEADER};
    private static final List<String> LEVELS =
            Arrays.stream(ChainLevel.values()).map(MatterResource::word).toList();

    private final Matters matters;
    private final MatterDesk desk;
    private final Districts districts;
    private final Caller caller;
    private final Clock clock;

    @Inject
    MatterResource(Matters matters, MatterDesk desk, Districts districts, Caller caller, Clock clock) {
        this.matters = matters;
        this.desk = desk;
        this.districts = districts;
        this.caller = caller;
        this.clock = clock;
    }

    /** Matters of the caller's area, newest first. */
    @GET
    @Operation(summary = "Matters of the caller's area, newest first")
    public Uni<Page<MatterView>> list(
            @Parameter(description = "Only those at this level", example = "branch") @QueryParam("level") @Nullable
                    String level,
            @Parameter(schema = @Schema(enumeration = {"open", "answered", "passed-up"})) @QueryParam("state") @Nullable
                    String state,
            @Parameter(schema = @Schema(enumeration = {"coordination", "prominent"})) @QueryParam("kind") @Nullable
                    String kind,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        readers();
        PageRequest page = PageRequest.of(limit, cursor, 1);
        String at = Params.oneOf("level", level, LEVELS);
        String in = Params.oneOf("state", state, "open", "answered", "passed-up");
        String of = Params.oneOf("kind", kind, "coordination", "prominent");
        Cursor from = page.cursor();
        Gazetteer gazetteer = districts.gazetteer();
        Language language = Languages.of(headers);
        return matters.list(
                        caller.scope(),
                        at == null ? null : ChainLevel.valueOf(name(at)),
                        in,
                        of == null ? null : MatterKind.valueOf(name(of)),
                        from == null ? null : from.uuid(0),
                        page.fetch())
                .map(found -> Page.of(
                                found, page, uri, row -> Cursor.of(row.report().id()))
                        .map(row -> MatterView.of(row, null, gazetteer, language)));
    }

    /** One matter with what was done with it. */
    @GET
    @Path("/{id}")
    @Operation(summary = "One matter with its history; ETag is its version")
    @APIResponse(
            responseCode = "200",
            description = "The matter",
            content = @Content(schema = @Schema(implementation = MatterView.class)))
    @APIResponse(responseCode = "404", description = "No such matter, or not in the caller's area")
    public Uni<Response> one(@PathParam("id") String id, @Context HttpHeaders headers) {
        readers();
        Gazetteer gazetteer = districts.gazetteer();
        Language language = Languages.of(headers);
        return matters.find(id(id), caller.scope()).chain(found -> {
            StoredMatter matter = found.orElseThrow(ProblemException::notFound);
            return answer(matter, gazetteer, language, headers);
        });
    }

    /** Settles a matter. */
    @POST
    @Path("/{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Answer a coordination matter: it ends here and never becomes a ticket")
    @APIResponse(responseCode = "403", description = "The matter is with another level")
    @APIResponse(responseCode = "409", description = "Answered, a ticket already, or to be deliberated")
    public Uni<Response> answer(
            @PathParam("id") String id, MatterBodies.@Nullable AnswerBody body, @Context HttpHeaders headers) {
        return carryOut(
                id,
                required(body),
                headers,
                (given, by) -> new MatterCommand.Answer(Objects.requireNonNull(given.answer()), by));
    }

    /** Passes a matter up. */
    @POST
    @Path("/{id}/passing-up")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Pass a coordination matter up to the next level; from the community to the street it is a ticket")
    @APIResponse(responseCode = "403", description = "The matter is with another level")
    @APIResponse(responseCode = "409", description = "Answered, a ticket already, or to be deliberated")
    public Uni<Response> passUp(
            @PathParam("id") String id, MatterBodies.@Nullable PassingUpBody body, @Context HttpHeaders headers) {
        return carryOut(
                id,
                required(body),
                headers,
                (given, by) -> new MatterCommand.PassUp(Objects.requireNonNull(given.reason()), by));
    }

    /** Records a residents' deliberation. */
    @POST
    @Path("/{id}/deliberation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Record the residents' deliberation of a prominent matter; by its resolution it ends or is a ticket")
    @APIResponse(responseCode = "403", description = "The matter is with another level")
    @APIResponse(responseCode = "409", description = "Deliberated already, or no prominent matter")
    @APIResponse(responseCode = "422", description = "Too few took part, or the time cannot be")
    public Uni<Response> deliberate(
            @PathParam("id") String id, MatterBodies.@Nullable DeliberationBody body, @Context HttpHeaders headers) {
        MatterBodies.DeliberationBody given = required(body);
        Instant held = Params.instant("heldAt", given.heldAt());
        return carryOut(
                id,
                given,
                headers,
                (checked, by) -> new MatterCommand.Deliberate(
                        Objects.requireNonNull(checked.participants()),
                        checked.options() == null
                                ? List.of()
                                : checked.options().stream()
                                        .map(Objects::requireNonNull)
                                        .toList(),
                        Objects.requireNonNull(checked.resolution()),
                        Objects.requireNonNull(checked.becomesTicket()),
                        held == null ? by.at() : held.truncatedTo(ChronoUnit.MICROS),
                        by));
    }

    private <B> Uni<Response> carryOut(String id, B body, HttpHeaders headers, Commands<B> commands) {
        caller.requireRole(CHAIN);
        UUID matter = id(id);
        long version = Versions.ifMatch(headers);
        AreaScope scope = caller.scope();
        Gazetteer gazetteer = districts.gazetteer();
        Language language = Languages.of(headers);
        By by = new By(
                new Actor(caller.account(), caller.department()),
                caller.roles(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return desk.carryOut(matter, scope, version, commands.of(body, by))
                .chain(changed -> view(changed, gazetteer, language));
    }

    private Uni<Response> answer(StoredMatter matter, Gazetteer gazetteer, Language language, HttpHeaders headers) {
        return Versions.unchanged(headers, matter.version())
                ? Uni.createFrom()
                        .item(Response.notModified()
                                .header(HttpHeaders.ETAG, Versions.etag(matter.version()))
                                .build())
                : view(matter, gazetteer, language);
    }

    private Uni<Response> view(StoredMatter matter, Gazetteer gazetteer, Language language) {
        return matters.steps(matter.report().id())
                .map(steps -> Response.ok(MatterView.of(matter, steps, gazetteer, language))
                        .header(HttpHeaders.ETAG, Versions.etag(matter.version()))
                        .build());
    }

    private void readers() {
        if (!caller.hasAny(CHAIN)) {
            caller.requireRole(ABOVE);
        }
    }

    private static <B> B required(@Nullable B body) {
        if (body == null) {
            throw ProblemException.field("body", "需要 JSON 请求体", "must be a JSON object");
        }
        return body;
    }

    /** An id that is none names nothing. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    private static String word(ChainLevel level) {
        return level.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String name(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Makes the command out of a checked body. */
    private interface Commands<B> {

        MatterCommand of(B body, By by);
    }
}
