package org.whistle.department.inbox.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.web.Params;
import org.whistle.department.inbox.HandlerLoad;
import org.whistle.department.inbox.store.AssignmentQueries;

/** Who has how much to do: a manager of their own department, supervisors and leaders of any in their area. */
@Path("/load")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.MANAGER, Roles.SUPERVISOR, Roles.LEADER})
@Tag(name = "load", description = "Open assignments by handler")
public class LoadResource {

    private static final int MAX_DEPARTMENT = 64;

    private final AssignmentQueries queries;
    private final Caller caller;
    private final Clock clock;

    LoadResource(AssignmentQueries queries, Caller caller, Clock clock) {
        this.queries = queries;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Open, overdue and returned assignments of each handler, the busiest first")
    public Uni<Load> load(@QueryParam("department") @Nullable String department) {
        return queries.load(caller.scope(), Params.text("department", department, MAX_DEPARTMENT), clock.instant())
                .map(Load::new);
    }

    /** @param items one per handler, and one without a handler for what nobody has accepted */
    @Schema(name = "Load")
    public record Load(List<HandlerLoad> items) {}
}
