package org.whistle.intake.alarm.web;

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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
import org.whistle.chassis.problem.FieldProblems;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.chassis.web.Versions;
import org.whistle.contracts.Actor;
import org.whistle.contracts.intake.AlarmLevel;
import org.whistle.intake.alarm.AlarmCommand;
import org.whistle.intake.alarm.AlarmCommand.By;
import org.whistle.intake.alarm.AlarmLevels;
import org.whistle.intake.alarm.store.AlarmDesk;
import org.whistle.intake.alarm.store.StoredAlarm;
import org.whistle.intake.grid.Gazetteer;
import org.whistle.intake.grid.store.Districts;
import org.whistle.intake.report.web.TextChecks;

/** Emergencies: each alarmed level says that it knows, and somebody that the danger is over. */
@Path("/alarms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "alarms", description = "Emergencies until they are safe; each change with If-Match")
public class AlarmResource {

    private static final int MAX_NOTE = 2_000;
    private static final String[] READERS = {
        Roles.GRID_WORKER, Roles.COMMUNITY, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.LEADER
    };

    private final AlarmDesk desk;
    private final Districts districts;
    private final Caller caller;
    private final Clock clock;

    @Inject
    AlarmResource(AlarmDesk desk, Districts districts, Caller caller, Clock clock) {
        this.desk = desk;
        this.districts = districts;
        this.caller = caller;
        this.clock = clock;
    }

    /** Emergencies of the caller's area, newest first. */
    @GET
    @Operation(summary = "Emergencies of the caller's area, newest first, with the levels that have not acknowledged")
    public Uni<Page<AlarmView>> list(
            @Parameter(schema = @Schema(enumeration = {"open", "acknowledged", "safe"})) @QueryParam("state") @Nullable
                    String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        caller.requireRole(READERS);
        PageRequest page = PageRequest.of(limit, cursor, 1);
        Cursor from = page.cursor();
        Gazetteer gazetteer = districts.gazetteer();
        Language language = Languages.of(headers);
        return desk.list(
                        caller.scope(),
                        Params.oneOf("state", state, "open", "acknowledged", "safe"),
                        from == null ? null : from.uuid(0),
                        page.fetch())
                .map(found -> Page.of(
                                found, page, uri, row -> Cursor.of(row.report().id()))
                        .map(row -> AlarmView.of(row, clock.instant(), gazetteer, language)));
    }

    /** One emergency. */
    @GET
    @Path("/{ticketId}")
    @Operation(summary = "One emergency; ETag is its version")
    @APIResponse(
            responseCode = "200",
            description = "The alarm",
            content = @Content(schema = @Schema(implementation = AlarmView.class)))
    @APIResponse(responseCode = "404", description = "No emergency, or not in the caller's area")
    public Uni<Response> one(@PathParam("ticketId") String ticketId, @Context HttpHeaders headers) {
        caller.requireRole(READERS);
        Gazetteer gazetteer = districts.gazetteer();
        Language language = Languages.of(headers);
        return desk.find(id(ticketId), caller.scope())
                .map(found -> answer(found.orElseThrow(ProblemException::notFound), gazetteer, language));
    }

    /** A level says that it knows and acts. */
    @POST
    @Path("/{ticketId}/acknowledgement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Acknowledge for one's own level, once per level")
    @APIResponse(responseCode = "403", description = "The caller speaks for no alarmed level")
    @APIResponse(responseCode = "409", description = "Acknowledged before, or over")
    public Uni<Response> acknowledge(
            @PathParam("ticketId") String ticketId, @Nullable AcknowledgementBody body, @Context HttpHeaders headers) {
        AlarmLevel level = body == null ? null : body.level();
        return carryOut(ticketId, headers, by -> new AlarmCommand.Acknowledge(level, by));
    }

    /** The danger is over. */
    @POST
    @Path("/{ticketId}/safe")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say that the danger is over; the ticket goes on like any other")
    @APIResponse(responseCode = "403", description = "The caller is neither of an alarmed level nor the grid's worker")
    @APIResponse(responseCode = "409", description = "Over already")
    public Uni<Response> markSafe(
            @PathParam("ticketId") String ticketId, @Nullable SafeBody body, @Context HttpHeaders headers) {
        if (body == null) {
            throw ProblemException.field("body", "需要 JSON 请求体", "must be a JSON object");
        }
        String note = Objects.requireNonNull(body.note());
        return carryOut(ticketId, headers, by -> new AlarmCommand.MarkSafe(note, by));
    }

    private Uni<Response> carryOut(String ticketId, HttpHeaders headers, Function<By, AlarmCommand> command) {
        caller.requireRole(READERS);
        UUID ticket = id(ticketId);
        long version = Versions.ifMatch(headers);
        AreaScope scope = caller.scope();
        Set<String> roles = caller.roles();
        List<String> areas = caller.areas();
        Actor actor = new Actor(caller.account(), caller.department());
        Gazetteer gazetteer = districts.gazetteer();
        Language language = Languages.of(headers);
        return desk.carryOut(
                        ticket,
                        scope,
                        version,
                        place -> command.apply(new By(
                                actor,
                                AlarmLevels.of(roles, areas, place),
                                roles.contains(Roles.GRID_WORKER),
                                clock.instant().truncatedTo(ChronoUnit.MICROS))))
                .map(changed -> answer(changed, gazetteer, language));
    }

    private Response answer(StoredAlarm alarm, Gazetteer gazetteer, Language language) {
        return Response.ok(AlarmView.of(alarm, clock.instant(), gazetteer, language))
                .header(HttpHeaders.ETAG, Versions.etag(alarm.version()))
                .build();
    }

    /** An id that is none names nothing. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    /** For which level. */
    @Schema(name = "Acknowledgement")
    public record AcknowledgementBody(
            @Schema(description = "May be left out by who speaks for one level only") @Nullable
            AlarmLevel level) {}

    /** What was done. */
    @Schema(name = "Safety")
    public record SafeBody(
            @Schema(required = true, maxLength = MAX_NOTE, examples = "已围挡并专人看守，行人绕行。") @Nullable
            String note) {

        public SafeBody {
            FieldProblems problems = new FieldProblems();
            TextChecks.required(problems, "note", note, MAX_NOTE, true);
            problems.throwIfAny();
        }
    }
}
