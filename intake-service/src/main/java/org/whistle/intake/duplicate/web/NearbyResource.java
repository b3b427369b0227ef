package org.whistle.intake.duplicate.web;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.problem.FieldProblem;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Params;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.intake.duplicate.Nearby;
import org.whistle.intake.duplicate.store.NearbyReader;
import org.whistle.intake.grid.Gazetteer;
import org.whistle.intake.grid.store.Districts;
import org.whistle.intake.grid.web.GridResource;
import org.whistle.intake.report.IntakeRule;
import org.whistle.intake.report.ReporterKinds;
import org.whistle.intake.report.store.Viewer;

/** Open reports near a position, to be looked at before a new one is filed. */
@Path("/reports/nearby")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class NearbyResource {

    private static final String[] FILING_ROLES = ReporterKinds.filingRoles().toArray(String[]::new);
    private static final int USUAL_RADIUS = 50;
    private static final int LARGEST_RADIUS = 500;
    private static final int MOST = 20;

    private final NearbyReader reader;
    private final Districts districts;
    private final Caller caller;

    @Inject
    NearbyResource(NearbyReader reader, Districts districts, Caller caller) {
        this.reader = reader;
        this.districts = districts;
        this.caller = caller;
    }

    /** Open tickets of a type near a position, nearest first. */
    @GET
    @Operation(
            summary = "Open reports of a type near a position, nearest first, at most 20",
            description = "What others wrote is shown to staff of the area only.")
    public Uni<NearbyList> near(
            @Parameter(required = true, example = "117.0702") @QueryParam("longitude") @Nullable String longitude,
            @Parameter(required = true, example = "36.6612") @QueryParam("latitude") @Nullable String latitude,
            @Parameter(required = true, schema = @Schema(enumeration = {"wgs84", "gcj02"}))
                    @QueryParam("datum")
                    @Nullable
                    String datum,
            @Parameter(required = true, example = "C0101") @QueryParam("type") @Nullable String type,
            @Parameter(description = "Metres, 1 to 500; 50 when left out", example = "50")
                    @QueryParam("radius")
                    @Nullable
                    String radius) {
        caller.requireRole(FILING_ROLES);
        Position position = GridResource.position(longitude, latitude, datum);
        String wanted = Params.required("type", Params.text("type", type, 16));
        Integer metres = Params.integer("radius", radius, 1, LARGEST_RADIUS);
        Gazetteer gazetteer = districts.gazetteer();
        if (gazetteer.district().type(wanted).isEmpty()) {
            throw ProblemException.of(
                    IntakeRule.UNKNOWN_TYPE,
                    List.of(new FieldProblem("type", "目录中没有该类型", "is not in the catalogue")),
                    wanted);
        }
        String street = gazetteer.gridAt(position).map(Place::street).orElse("");
        Viewer viewer = Viewer.of(caller);
        return reader.near(position, wanted, metres == null ? USUAL_RADIUS : metres, MOST)
                .map(found -> new NearbyList(found.stream()
                        .map(ticket -> NearbyView.of(ticket, street, viewer))
                        .toList()));
    }

    /** The answer; never more than 20, so it has no next page. */
    @Schema(name = "NearbyReports")
    public record NearbyList(List<NearbyView> items) {}

    /**
     * An open ticket nearby.
     *
     * @param joinable whether a report at the position asked for can be joined to it: both lie in one street's area
     * @param distance metres
     * @param text only for who may read the report
     */
    @Schema(name = "NearbyReport")
    public record NearbyView(
            UUID ticketId,
            String ticketNo,
            String type,
            @Nullable String condition,
            String state,
            Position position,
            @Nullable String address,
            @Schema(examples = "12.5") double distance,
            boolean joinable,
            @Nullable String text,
            OffsetDateTime filedAt) {

        static NearbyView of(Nearby ticket, String street, Viewer viewer) {
            boolean readable = viewer.sees(ticket.filedBy(), ticket.grid(), List.of());
            return new NearbyView(
                    ticket.ticketId(),
                    ticket.ticketNo(),
                    ticket.type(),
                    ticket.condition(),
                    ticket.state(),
                    ticket.position(),
                    ticket.address(),
                    Math.round(ticket.metres() * 10) / 10.0,
                    ticket.grid().startsWith(street) && !street.isEmpty(),
                    readable ? ticket.text() : null,
                    ticket.filedAt().atZone(Params.ZONE).toOffsetDateTime());
        }
    }
}
