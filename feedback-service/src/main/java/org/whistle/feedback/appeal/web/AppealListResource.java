package org.whistle.feedback.appeal.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.Page;
import org.whistle.chassis.page.PageRequest;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.appeal.Appeal;
import org.whistle.feedback.appeal.store.AppealQueries;
import org.whistle.feedback.place.store.Districts;

/** Appeals in the caller's area. */
@Path("/appeals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "appeals")
@RolesAllowed({Roles.MANAGER, Roles.HANDLER, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.LEADER, Roles.ADMINISTRATOR})
public class AppealListResource {

    private final AppealQueries queries;
    private final Districts districts;
    private final Caller caller;

    AppealListResource(AppealQueries queries, Districts districts, Caller caller) {
        this.queries = queries;
        this.districts = districts;
        this.caller = caller;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            summary = "Appeals in the caller's area, those that wait longest first",
            description = "Handlers and managers see those of their own department.")
    public Uni<Page<AppealView>> list(
            @Parameter(description = "open, refused or excused") @QueryParam("state") @Nullable String state,
            @Parameter(description = "1: at the street, 2: at the district") @QueryParam("level") @Nullable
                    String level,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        PageRequest request = PageRequest.of(limit, cursor, 2);
        Language language = Languages.of(headers);
        return queries.list(
                        Params.oneOf("state", state, "open", "refused", "excused"),
                        Params.integer("level", level, Appeal.FIRST, Appeal.SECOND),
                        caller.scope(),
                        request)
                .map(found -> Page.of(
                                found,
                                request,
                                uri,
                                row -> Cursor.of(
                                        row.filedAt(), row.appeal().about().id()))
                        .map(row -> AppealView.of(row, districts.names(), language)));
    }
}
