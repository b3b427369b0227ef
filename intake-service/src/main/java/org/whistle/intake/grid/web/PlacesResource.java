package org.whistle.intake.grid.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.chassis.web.Versions;
import org.whistle.district.District;
import org.whistle.district.Place;
import org.whistle.district.PlaceLevel;
import org.whistle.intake.grid.store.Districts;
import org.whistle.intake.grid.store.LoadedDistrict;

/** The places of the district with their outlines, for maps and choices. Names and borders are public; any account may ask. */
@Path("/places")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "grids")
public class PlacesResource {

    private final Districts districts;

    @Inject
    PlacesResource(Districts districts) {
        this.districts = districts;
    }

    /** The places of one level within a place, in the order of the district's file, as a GeoJSON collection (RFC 7946). */
    @GET
    @Operation(
            summary = "Places of one level with their outlines, as GeoJSON",
            description = "Grids are asked for within one street or below, so that an answer stays small. A place is "
                    + "within itself. Changes only with the district: keep it and ask again with If-None-Match.")
    @APIResponse(
            responseCode = "200",
            description = "The places",
            content = @Content(schema = @Schema(implementation = Outlines.class)))
    @APIResponse(responseCode = "304", description = "Nothing has changed")
    @APIResponse(responseCode = "400", description = "No such level, or grids of more than a street")
    @APIResponse(responseCode = "404", description = "The district has no such place")
    public Response places(
            @Parameter(description = "a place's code; the whole district when absent", example = "370102009")
                    @QueryParam("within")
                    @Nullable
                    String within,
            @Parameter(description = "the level below `within` when absent") @QueryParam("level") @Nullable
                    String level,
            @Context HttpHeaders headers) {
        LoadedDistrict loaded = districts.current().orElseThrow(ProblemException::notFound);
        District district = loaded.gazetteer().district();
        String code = Objects.requireNonNullElse(
                Params.place("within", within), district.info().code());
        Place root = district.place(code).orElseThrow(ProblemException::notFound);
        PlaceLevel wanted = wanted(root, level);
        Language language = Languages.of(headers);
        // The names are in one language, so each has tags of its own: a browser asks with the one it has, whatever Vary
        // says.
        long version = loaded.version() * Language.values().length + language.ordinal();
        if (Versions.unchanged(headers, version)) {
            return Response.notModified()
                    .header(HttpHeaders.ETAG, Versions.etag(version))
                    .build();
        }
        return Response.ok(new Outlines(
                        "FeatureCollection",
                        district.version(),
                        district.places(wanted).stream()
                                .filter(place -> place.isWithin(root.code()))
                                .map(place -> Outline.of(place, language))
                                .toList()))
                .header(HttpHeaders.ETAG, Versions.etag(version))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private static PlaceLevel wanted(Place root, @Nullable String level) {
        String[] words =
                Arrays.stream(PlaceLevel.values()).map(PlaceLevel::code).toArray(String[]::new);
        String word = Params.oneOf("level", level, words);
        PlaceLevel wanted = Arrays.stream(PlaceLevel.values())
                .filter(each -> each.code().equals(word))
                .findFirst()
                .orElse(PlaceLevel.values()[Math.min(root.level().ordinal() + 1, PlaceLevel.GRID.ordinal())]);
        if (wanted == PlaceLevel.GRID && root.level() == PlaceLevel.DISTRICT) {
            throw ProblemException.field("within", "查网格须指明街道或社区", "grids are asked for within a street or a community");
        }
        return wanted;
    }

    /**
     * A GeoJSON feature collection.
     *
     * @param type always FeatureCollection
     * @param version of the district it belongs to
     */
    @Schema(name = "Places")
    public record Outlines(
            @Schema(enumeration = "FeatureCollection") String type, String version, List<Outline> features) {}

    /**
     * A place as a GeoJSON feature.
     *
     * @param type always Feature
     * @param id the place's code
     */
    @Schema(name = "PlaceFeature")
    public record Outline(
            @Schema(enumeration = "Feature") String type, String id, Properties properties, Shape geometry) {

        static Outline of(Place place, org.whistle.chassis.web.Language language) {
            return new Outline(
                    "Feature",
                    place.code(),
                    new Properties(
                            place.code(),
                            place.level().code(),
                            language.pick(place.name().zh(), place.name().en()),
                            place.parentCode().orElse(null),
                            place.households()),
                    Shape.of(place.area()));
        }
    }

    /**
     * What is known of a place.
     *
     * @param parent code of the level above; null for the district
     * @param households 0 when unknown
     */
    @Schema(name = "PlaceProperties")
    public record Properties(
            String code,

            @Schema(enumeration = {"district", "street", "community", "grid"})
            String level,

            String name,
            @Nullable String parent,
            int households) {}
}
