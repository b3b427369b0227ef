package org.whistle.intake.grid.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.FieldProblem;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.contracts.Position;
import org.whistle.district.Datum;
import org.whistle.intake.grid.Gazetteer;
import org.whistle.intake.grid.GridRule;
import org.whistle.intake.grid.store.Districts;

/** Which grid a position lies in. */
@Path("/grids")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "grids")
public class GridResource {

    private final Districts districts;

    @Inject
    GridResource(Districts districts) {
        this.districts = districts;
    }

    /** The grid at a position. */
    @GET
    @Path("/at")
    @Operation(summary = "The grid at a position")
    @APIResponse(responseCode = "200", description = "The grid and what it belongs to")
    @APIResponse(responseCode = "422", description = "Outside every grid")
    public GridView at(
            @Parameter(required = true, example = "117.0702") @QueryParam("longitude") String longitude,
            @Parameter(required = true, example = "36.6612") @QueryParam("latitude") String latitude,
            @Parameter(required = true, schema = @Schema(enumeration = {"wgs84", "gcj02"})) @QueryParam("datum")
                    String datum,
            @Context HttpHeaders headers) {
        Gazetteer gazetteer = districts.gazetteer();
        Position position = position(longitude, latitude, datum);
        return gazetteer
                .gridAt(position)
                .map(place -> new GridView(
                        PlaceView.of(place, gazetteer, Languages.of(headers)),
                        gazetteer.district().place(place.grid()).orElseThrow().households(),
                        position))
                .orElseThrow(() -> ProblemException.of(
                        GridRule.OUTSIDE_EVERY_GRID,
                        List.of(new FieldProblem("position", "不在任何网格内", "lies in no grid"))));
    }

    /**
     * A position out of query parameters, in WGS 84.
     *
     * @throws ProblemException 400 when one is missing or out of range
     */
    public static Position position(@Nullable String longitude, @Nullable String latitude, @Nullable String datum) {
        double east = Params.required("longitude", Params.decimal("longitude", longitude, -180, 180));
        double north = Params.required("latitude", Params.decimal("latitude", latitude, -90, 90));
        String word = Params.required("datum", Params.oneOf("datum", datum, Datum.WGS84.code(), Datum.GCJ02.code()));
        return Gazetteer.wgs84(east, north, word.equals(Datum.GCJ02.code()) ? Datum.GCJ02 : Datum.WGS84);
    }

    /**
     * A grid found.
     *
     * @param households how many households it has, 0 when unknown
     * @param position the position asked for, in WGS 84
     */
    @Schema(name = "Grid")
    public record GridView(PlaceView place, int households, Position position) {}
}
