package org.whistle.feedback.sla.web;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.sla.SlaFilter;

/** The query parameters that say what a report is about: place, body, type. */
public class PlaceRequest {

    private static final int MAX_CODE = 64;

    @QueryParam("street")
    @Parameter(description = "code of a street, community or grid")
    @Nullable
    String street;

    @QueryParam("community")
    @Nullable
    String community;

    @QueryParam("grid")
    @Nullable
    String grid;

    @QueryParam("department")
    @Parameter(description = "code of a body; none for what no body has")
    @Nullable
    String department;

    @QueryParam("type")
    @Parameter(description = "code of an issue type; none for what has none")
    @Nullable
    String type;

    /** What is asked about, over some time. */
    public SlaFilter filter(List<Instant> cuts, AreaScope scope) {
        return new SlaFilter(
                cuts,
                place(),
                department(),
                type(),
                scope);
    }

    /** The body asked for; null for all. */
    public @Nullable String department() {
        return Params.text("department", department, MAX_CODE);
    }

    /** The issue type asked for; null for all. */
    public @Nullable String type() {
        return Params.text("type", type, MAX_CODE);
    }

    /** The narrowest place asked for; null for none. */
    public @Nullable String place() {
        String narrowest = null;
        for (String place : new String[] {
            Params.place("street", street), Params.place("community", community), Params.place("grid", grid)
        }) {
            if (place == null) {
                continue;
            }
            if (narrowest != null && !place.startsWith(narrowest)) {
                throw ProblemException.field(
                        "street", "street、community、grid 互相不包含", "street, community and grid do not lie in each other");
            }
            narrowest = place;
        }
        return narrowest;
    }
}
