package org.whistle.intake.lists.web;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import org.whistle.chassis.web.PathIds;
import org.whistle.chassis.web.Versions;
import org.whistle.contracts.Actor;
import org.whistle.contracts.community.HelpCategory;
import org.whistle.contracts.community.ListKind;
import org.whistle.intake.grid.Gazetteer;
import org.whistle.intake.grid.store.Districts;
import org.whistle.intake.lists.By;
import org.whistle.intake.lists.Entry;
import org.whistle.intake.lists.Matching;
import org.whistle.intake.lists.store.Entries;
import org.whistle.intake.lists.store.ListDesk;
import org.whistle.intake.lists.store.StoredEntry;

/** The lists of needs, resources and projects, and what of them fits together. */
@Path("/entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "lists", description = "Needs, resources and projects of communities and bodies; each change with If-Match")
public class ListResource {

    private static final String[] KEEPERS = {Roles.BRANCH, Roles.COMMUNITY, Roles.HANDLER, Roles.MANAGER, Roles.RESIDENT
    };
    private static final String[] READERS = {
        Roles.DISPATCHER, Roles.SUPERVISOR, Roles.LEADER, Roles.GRID_WORKER, Roles.UNIT_STEWARD, Roles.BUILDING_HEAD
    };
    private static final int PROPOSED = 20;

    private final Entries entries;
    private final ListDesk desk;
    private final Districts districts;
    private final Caller caller;
    private final Clock clock;

    @Inject
    ListResource(Entries entries, ListDesk desk, Districts districts, Caller caller, Clock clock) {
        this.entries = entries;
        this.desk = desk;
        this.districts = districts;
        this.caller = caller;
        this.clock = clock;
    }

    /** Searches the lists. */
    @GET
    @Operation(summary = "Entries that are for the caller's area, the newest first")
    public Uni<Page<EntryView>> list(
            @QueryParam("list") @Nullable String list,
            @QueryParam("state") @Nullable String state,
            @QueryParam("category") @Nullable String category,
            @QueryParam("tag") @Nullable String tag,
            @QueryParam("department") @Nullable String department,
            @QueryParam("text") @Nullable String text,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        readers();
        PageRequest page = PageRequest.of(limit, cursor, 1);
        Cursor from = page.cursor();
        Entries.Filter filter = new Entries.Filter(
                Words.of("list", list, ListKind.class),
                Params.oneOf("state", state, "open", "met", "retired"),
                Words.of("category", category, HelpCategory.class),
                Params.text("tag", tag, 20),
                Params.text("department", department, 64),
                Params.text("text", text, 100),
                from == null ? null : from.uuid(0));
        Gazetteer gazetteer = districts.gazetteer();
        Language language = Languages.of(headers);
        EntryView.Reader reader = EntryView.Reader.of(caller);
        return entries.search(areas().patterns(), filter, page.fetch()).map(found -> Page.of(
                        found, page, uri, row -> Cursor.of(row.entry().id()))
                .map(row -> EntryView.of(row, null, reader, gazetteer, language)));
    }

    /** One entry. */
    @GET
    @Path("/{id}")
    @Operation(summary = "One entry with its history; ETag is its version")
    @APIResponse(responseCode = "404", description = "No such entry, or not for the caller's area")
    public Uni<Response> one(@PathParam("id") String id, @Context HttpHeaders headers) {
        readers();
        Language language = Languages.of(headers);
        EntryView.Reader reader = EntryView.Reader.of(caller);
        return entries.find(PathIds.of(id), areas().patterns())
                .map(found -> found.orElseThrow(ProblemException::notFound))
                .chain(row -> view(row, 200, reader, language));
    }

    /** Lists an entry. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "List a need, a resource or a project")
    @APIResponse(responseCode = "403", description = "The list is not the caller's to keep")
    public Uni<Response> create(ListBodies.@Nullable EntryBody body, @Context HttpHeaders headers) {
        caller.requireRole(KEEPERS);
        ListBodies.EntryBody given = Words.required(body);
        if (given.list() == null) {
            throw ProblemException.field("list", "必须填写", "is required");
        }
        Entry.Content content = placed(given.content(given.list()));
        Language language = Languages.of(headers);
        EntryView.Reader reader = EntryView.Reader.of(caller);
        return desk.list(given.list(), content, by()).chain(row -> view(row, 201, reader, language));
    }

    /** Changes an entry. */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change an entry; its list stays")
    @APIResponse(responseCode = "403", description = "Somebody else's entry")
    @APIResponse(responseCode = "409", description = "Retired, met, or serving more than the new capacity")
    public Uni<Response> change(
            @PathParam("id") String id, ListBodies.@Nullable EntryBody body, @Context HttpHeaders headers) {
        caller.requireRole(KEEPERS);
        ListBodies.EntryBody given = Words.required(body);
        UUID entry = PathIds.of(id);
        long version = Versions.ifMatch(headers);
        By by = by();
        AreaScope areas = areas();
        Language language = Languages.of(headers);
        EntryView.Reader reader = EntryView.Reader.of(caller);
        return entries.find(entry, areas.patterns())
                .map(found -> found.orElseThrow(ProblemException::notFound))
                .map(row -> placed(given.content(row.entry().list())))
                .chain(content -> desk.change(entry, version, areas::sees, content, by))
                .chain(row -> view(row, 200, reader, language));
    }

    /** Takes an entry off. */
    @POST
    @Path("/{id}/retirement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Take an entry off its list; a project that has ended frees its resource")
    @APIResponse(responseCode = "403", description = "Somebody else's entry")
    public Uni<Response> retire(
            @PathParam("id") String id, ListBodies.@Nullable RetirementBody body, @Context HttpHeaders headers) {
        caller.requireRole(KEEPERS);
        UUID entry = PathIds.of(id);
        long version = Versions.ifMatch(headers);
        Language language = Languages.of(headers);
        EntryView.Reader reader = EntryView.Reader.of(caller);
        return desk.retire(entry, version, areas()::sees, body == null ? null : body.reason(), by())
                .chain(row -> view(row, 200, reader, language));
    }

    /** Resources that may meet a need. */
    @GET
    @Path("/{id}/matches")
    @Operation(summary = "Resources that may meet a need, the best first, each with its reasons; at most 20")
    @APIResponse(responseCode = "404", description = "No such need, or not for the caller's area")
    public Uni<List<MatchView>> matches(@PathParam("id") String id, @Context HttpHeaders headers) {
        caller.requireRole(Roles.BRANCH, Roles.COMMUNITY);
        AreaScope areas = areas();
        return entries.find(PathIds.of(id), areas.patterns())
                .map(found -> found.filter(row -> row.entry().list() == ListKind.NEED)
                        .orElseThrow(ProblemException::notFound))
                .chain(need -> proposed(Matching.Wanted.of(need.entry().content()), areas, headers));
    }

    /** Accepts a match. */
    @POST
    @Path("/{id}/matches")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Accept that a resource meets this need; the answer is the project that comes of it")
    @APIResponse(responseCode = "409", description = "Met already, retired, or the resource is used up")
    @APIResponse(responseCode = "422", description = "They do not fit")
    public Uni<Response> accept(
            @PathParam("id") String id, ListBodies.@Nullable MatchBody body, @Context HttpHeaders headers) {
        caller.requireRole(Roles.BRANCH, Roles.COMMUNITY);
        ListBodies.MatchBody given = Words.required(body);
        UUID need = PathIds.of(id);
        long version = Versions.ifMatch(headers);
        Language language = Languages.of(headers);
        EntryView.Reader reader = EntryView.Reader.of(caller);
        return desk.match(
                        need,
                        version,
                        areas()::sees,
                        Objects.requireNonNull(given.resourceId()),
                        Words.matching(districts.gazetteer().district().policy()),
                        by())
                .chain(row -> view(row, 201, reader, language));
    }

    private Uni<List<MatchView>> proposed(Matching.Wanted wanted, AreaScope areas, HttpHeaders headers) {
        Gazetteer gazetteer = districts.gazetteer();
        Language language = Languages.of(headers);
        EntryView.Reader reader = EntryView.Reader.of(caller);
        Matching matching = Words.matching(gazetteer.district().policy());
        Instant now = clock.instant();
        return entries.offered(wanted.category(), wanted.area(), areas.patterns())
                .map(found -> found.stream()
                        .flatMap(row -> matching.propose(wanted, row.entry(), now).stream()
                                .map(match -> MatchView.of(row, match, reader, gazetteer, language)))
                        .sorted(Comparator.comparingInt(MatchView::score).reversed())
                        .limit(PROPOSED)
                        .toList());
    }

    /** An entry is for a place of the district that the caller acts in. */
    private Entry.Content placed(Entry.Content content) {
        if (districts.gazetteer().nameOf(content.area()) == null || !areas().sees(content.area())) {
            throw ProblemException.field("area", "不是您辖区内的地区", "is no place of your area");
        }
        return content;
    }

    private Uni<Response> view(StoredEntry row, int status, EntryView.Reader reader, Language language) {
        Gazetteer gazetteer = districts.gazetteer();
        return entries.steps(row.entry().id()).map(steps -> Response.status(status)
                .entity(EntryView.of(row, steps, reader, gazetteer, language))
                .header(HttpHeaders.ETAG, Versions.etag(row.version()))
                .build());
    }

    private void readers() {
        if (!caller.hasAny(KEEPERS)) {
            caller.requireRole(READERS);
        }
    }

    /** People of a body see what is for their area, whosever it is. */
    private AreaScope areas() {
        return new AreaScope(caller.areas(), null);
    }

    private By by() {
        return new By(
                new Actor(caller.account(), caller.department()),
                caller.roles(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
