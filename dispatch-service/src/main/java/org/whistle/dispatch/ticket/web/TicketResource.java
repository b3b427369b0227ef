package org.whistle.dispatch.ticket.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.chassis.web.PathIds;
import org.whistle.chassis.web.Versions;
import org.whistle.dispatch.policy.store.Policies;
import org.whistle.dispatch.ticket.Identification;
import org.whistle.dispatch.ticket.ReturnCase;
import org.whistle.dispatch.ticket.Ticket;
import org.whistle.dispatch.ticket.TicketStatus;
import org.whistle.dispatch.ticket.store.HistoryRows;
import org.whistle.dispatch.ticket.store.TicketSearch;
import org.whistle.district.District;

/** Tickets to look at: the street's queue, search, one ticket. */
@Path("/")
@RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR, Roles.LEADER, Roles.COMMUNITY})
@Tag(name = "tickets", description = "Queue, search, one ticket")
public class TicketResource {

    private static final int MAX_HISTORY = 500;
    /** More would not fit into a request's line. */
    private static final int MAX_IDS = 50;

    private static final String OPEN = "open";
    /** What the street still has to follow; a completed ticket is the supervision side's. */
    private static final List<String> OPEN_STATES = Stream.of(
                    TicketStatus.QUEUED, TicketStatus.RETURN_PENDING, TicketStatus.DISPATCHED)
            .map(TicketStatus::code)
            .toList();

    private static final List<String> STATES = Stream.concat(
                    Stream.of(OPEN), Arrays.stream(TicketStatus.values()).map(TicketStatus::code))
            .toList();

    private final TicketSearch search;
    private final HistoryRows history;
    private final Policies policies;
    private final Caller caller;
    private final Clock clock;

    TicketResource(TicketSearch search, HistoryRows history, Policies policies, Caller caller, Clock clock) {
        this.search = search;
        this.history = history;
        this.policies = policies;
        this.caller = caller;
        this.clock = clock;
    }

    /** What waits for a person. */
    @GET
    @Path("queue")
    @Operation(
            summary = "The street's queue: most urgent first, then the longest waiting, with the time left to dispatch")
    public Uni<Page<TicketLine>> queue(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor, 3);
        Cursor from = page.cursor();
        Names names = names(headers);
        Instant now = clock.instant();
        return search.queue(
                        caller.scope(),
                        from == null ? null : (int) from.number(0),
                        from == null ? null : from.instant(1),
                        from == null ? null : from.uuid(2),
                        page.fetch())
                .map(lines -> Page.of(
                                lines,
                                page,
                                uri,
                                line -> Cursor.of(line.urgencyRank(), String.valueOf(line.queuedSince()), line.id()))
                        .map(line -> TicketLine.of(line, names, now)));
    }

    /** Search. */
    @GET
    @Path("tickets")
    @RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR, Roles.LEADER, Roles.COMMUNITY, Roles.BRANCH})
    @Operation(
            summary = "Search tickets in one's area, the latest filed first; the branch finds those it may whistle for")
    public Uni<Page<TicketLine>> tickets(
            @Parameter(description = "a state, or open: queued, return-pending or dispatched", example = "open")
                    @QueryParam("state")
                    @Nullable
                    String state,
            @QueryParam("street") @Nullable String street,
            @QueryParam("community") @Nullable String community,
            @QueryParam("grid") @Nullable String grid,
            @QueryParam("type") @Nullable String type,
            @QueryParam("department") @Nullable String department,
            @QueryParam("urgency") @Nullable String urgency,
            @Parameter(description = "part of the text or address, or the beginning of the number")
                    @QueryParam("q")
                    @Nullable
                    String words,
            @Parameter(description = "filed at or after: a date or an instant") @QueryParam("from") @Nullable
                    String from,
            @Parameter(description = "filed before: a date or an instant") @QueryParam("to") @Nullable String to,
            @Parameter(
                            description =
                                    "only among these, at most 50 with commas between them; those that fit are answered as one page",
                            example = "0199e5a2-4c1e-7d53-9a3f-0c8be3a2d001")
                    @QueryParam("ids")
                    @Nullable
                    String ids,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor, 2);
        Cursor behind = page.cursor();
        TicketSearch.Filter filter = new TicketSearch.Filter(
                states(Params.oneOf("state", state, STATES)),
                place(grid, community, street),
                Params.text("type", type, 16),
                Params.text("department", department, 64),
                Params.oneOf("urgency", urgency, "U0", "U1", "U2", "U3", "U4"),
                Params.text("q", words, 100),
                Params.instantOrDay("from", from),
                Params.instantOrDay("to", to));
        Names names = names(headers);
        Instant now = clock.instant();
        List<UUID> wanted = ids(ids);
        if (wanted != null) {
            return search.among(caller.scope(), filter, wanted)
                    .map(lines -> new Page<>(
                            lines.stream()
                                    .map(line -> TicketLine.of(line, names, now))
                                    .toList(),
                            null));
        }
        return search.search(
                        caller.scope(),
                        filter,
                        behind == null ? null : behind.instant(0),
                        behind == null ? null : behind.uuid(1),
                        page.fetch())
                .map(lines -> Page.of(lines, page, uri, line -> Cursor.of(line.filedAt(), line.id()))
                        .map(line -> TicketLine.of(line, names, now)));
    }

    /** One ticket. */
    @GET
    @Path("tickets/{id}")
    @RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR, Roles.LEADER, Roles.COMMUNITY, Roles.ADMINISTRATOR})
    @Operation(summary = "One ticket with its legs, clocks, returns, whole history, and what the caller may do")
    @APIResponse(
            responseCode = "200",
            description = "the ticket; ETag is its version",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TicketView.class)))
    public Uni<Response> ticket(@PathParam("id") String id, @Context HttpHeaders headers) {
        AreaScope scope = caller.scope();
        boolean decides = caller.has(Roles.DISPATCHER);
        boolean administers = caller.has(Roles.ADMINISTRATOR);
        Names names = names(headers);
        Instant now = clock.instant();
        // No 304: history, names and what may be done change without the ticket's version.
        return find(id, scope)
                .chain(found -> history.of(found.ticket().id(), MAX_HISTORY).map(entries -> Response.ok(TicketView.of(
                                found,
                                entries,
                                actions(found.ticket(), decides, administers),
                                names,
                                dispatchDue(found.ticket()),
                                now))
                        .header(HttpHeaders.ETAG, Versions.etag(found.version()))
                        .build()));
    }

    private Uni<TicketSearch.Found> find(String id, AreaScope scope) {
        return search.find(PathIds.of(id), scope).map(found -> found.orElseThrow(ProblemException::notFound));
    }

    private @Nullable Instant dispatchDue(Ticket ticket) {
        return ticket instanceof Ticket.Queued queued
                ? policies.current()
                        .time()
                        .plus(
                                queued.since(),
                                policies.current().district().policy().dispatch(),
                                null)
                : null;
    }

    private List<String> actions(Ticket ticket, boolean decides, boolean administers) {
        District district = policies.current().district();
        List<String> actions = new ArrayList<>(decides ? actions(ticket, district) : List.of());
        if (administers && Identification.hasOwner(ticket, district)) {
            actions.add("asset-owner");
        }
        return actions;
    }

    /** What a dispatcher may do with a ticket, in the words of the commands' paths. */
    static List<String> actions(Ticket ticket, District district) {
        List<String> actions = new ArrayList<>();
        switch (ticket.status()) {
            case QUEUED -> {
                if (!ticket.consultationRequired()) {
                    actions.add("dispatch");
                }
                actions.add("non-acceptance");
            }
            case RETURN_PENDING ->
                ticket.returns().stream().filter(ReturnCase::pending).forEach(request -> {
                    actions.add("returns/" + request.returnId() + "/approval");
                    actions.add("returns/" + request.returnId() + "/refusal");
                });
            case DISPATCHED -> {
                if (!ticket.handled()) {
                    actions.add("dispatch");
                }
            }
            case COMPLETED, NOT_ACCEPTED, MERGED, CLOSED -> {}
        }
        actions.addAll(ProceedingsView.actions(ticket));
        actions.addAll(WhistleView.actions(ticket, district));
        return actions;
    }

    private static @Nullable List<String> states(@Nullable String word) {
        return word == null ? null : word.equals(OPEN) ? OPEN_STATES : List.of(word);
    }

    private static @Nullable List<UUID> ids(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String[] each = text.split(",", -1);
        if (each.length > MAX_IDS) {
            throw ProblemException.field("ids", "不能超过 50 个", "must not be more than 50");
        }
        return Arrays.stream(each)
                .map(id -> Params.required("ids", Params.uuid("ids", id)))
                .toList();
    }

    private static @Nullable String place(@Nullable String... mostExactFirst) {
        String[] names = {"grid", "community", "street"};
        for (int i = 0; i < names.length; i++) {
            String code = Params.place(names[i], mostExactFirst[i]);
            if (code != null) {
                return code;
            }
        }
        return null;
    }

    private Names names(HttpHeaders headers) {
        return new Names(policies.current().district(), Languages.of(headers));
    }
}
