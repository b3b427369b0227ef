package org.whistle.feedback.sla.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.whistle.chassis.identity.Roles;
import org.whistle.feedback.sla.store.TallyCheck;

/** Whether the numbers still are what the facts say. */
@Path("/sla/rebuild-check")
@Tag(name = "sla")
@RolesAllowed(Roles.OPERATOR)
public class RebuildCheckResource {

    private final TallyCheck check;
    private final Clock clock;

    RebuildCheckResource(TallyCheck check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Count everything again and compare",
            description =
                    "Counts all days from loops, legs, call-backs and ratings and compares them with the counts that "
                            + "reports use, in every cut. Changes nothing; reads whole tables.")
    public Uni<Checked> check() {
        Instant now = clock.instant();
        return check.differences().map(found -> new Checked(now, found.total() == 0, found.total(), found.first()));
    }

    /**
     * What was found.
     *
     * @param differences how many counts differ
     * @param first the first 200 of them
     */
    @Schema(name = "RebuildCheck")
    public record Checked(Instant checkedAt, boolean consistent, long differences, List<TallyCheck.Difference> first) {}
}
