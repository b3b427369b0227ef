package org.whistle.intake.grid.web;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.function.LongPredicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.chassis.web.Versions;
import org.whistle.district.District;
import org.whistle.district.PlaceLevel;
import org.whistle.intake.grid.store.DistrictShelf;
import org.whistle.intake.grid.store.Districts;
import org.whistle.intake.grid.store.LoadedDistrict;

/** The district in use, and how an administrator replaces it. */
@Path("/district")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "district")
public class DistrictResource {

    private final Districts districts;
    private final DistrictShelf shelf;
    private final Caller caller;

    @Inject
    DistrictResource(Districts districts, DistrictShelf shelf, Caller caller) {
        this.districts = districts;
        this.shelf = shelf;
        this.caller = caller;
    }

    /** What district is in use. */
    @GET
    @Operation(summary = "The district in use: version and counts")
    @APIResponse(
            responseCode = "200",
            description = "The district",
            content = @Content(schema = @Schema(implementation = DistrictView.class)))
    @APIResponse(responseCode = "404", description = "None was loaded yet")
    public Response district(@Context HttpHeaders headers) {
        LoadedDistrict loaded = districts.current().orElseThrow(ProblemException::notFound);
        if (Versions.unchanged(headers, loaded.version())) {
            return Response.notModified()
                    .header(HttpHeaders.ETAG, Versions.etag(loaded.version()))
                    .build();
        }
        return answer(Response.ok(), loaded, Languages.of(headers));
    }

    /** Puts a district in the place of the present one. */
    @PUT
    @Consumes("application/zip")
    @Operation(
            summary = "Load a district",
            description = "A zip of the district's folder, checked as a whole: nothing changes when anything is wrong."
                    + " The first one needs no If-Match, and neither does the very one that is there already.")
    @APIResponse(responseCode = "200", description = "In use now")
    @APIResponse(responseCode = "201", description = "The first one, in use now")
    @APIResponse(responseCode = "412", description = "Somebody else has loaded another one in the meantime")
    @APIResponse(responseCode = "422", description = "The files are wrong; errors names file, line and column")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<Response> load(byte[] zip, @Context HttpHeaders headers) {
        caller.requireRole(Roles.ADMINISTRATOR);
        Language language = Languages.of(headers);
        return shelf.put(zip, expected(headers), caller.account())
                .map(put -> answer(
                        Response.status(put.created() ? Response.Status.CREATED : Response.Status.OK),
                        put.district(),
                        language));
    }

    private static @Nullable LongPredicate expected(HttpHeaders headers) {
        String given = headers.getHeaderString(HttpHeaders.IF_MATCH);
        return given == null || given.isBlank() ? null : Versions.expected(headers)::admits;
    }

    private static Response answer(Response.ResponseBuilder response, LoadedDistrict loaded, Language language) {
        return response.header(HttpHeaders.ETAG, Versions.etag(loaded.version()))
                .entity(DistrictView.of(loaded, language))
                .build();
    }

    /**
     * The district in use.
     *
     * @param version of its content: the same files have the same version everywhere
     * @param statement what of the data is invented or copied
     */
    @Schema(name = "District")
    public record DistrictView(
            @Schema(examples = "370102") String code,
            String name,
            @Schema(examples = "3f2a90c1d4e5") String version,
            String label,
            String statement,
            int streets,
            int communities,
            int grids,
            int types,
            int conditions,
            int departments,
            int rules,
            int assets,
            String loadedBy,
            OffsetDateTime loadedAt) {

        static DistrictView of(LoadedDistrict loaded, Language language) {
            District district = loaded.gazetteer().district();
            return new DistrictView(
                    district.info().code(),
                    language.pick(
                            district.info().name().zh(), district.info().name().en()),
                    district.version(),
                    language.pick(
                            district.info().label().zh(),
                            district.info().label().en()),
                    language.pick(
                            district.info().statement().zh(),
                            district.info().statement().en()),
                    district.places(PlaceLevel.STREET).size(),
                    district.places(PlaceLevel.COMMUNITY).size(),
                    district.places(PlaceLevel.GRID).size(),
                    district.types().size(),
                    district.types().stream()
                            .mapToInt(type -> type.conditions().size())
                            .sum(),
                    district.departments().size(),
                    district.rules().size(),
                    district.assets().size(),
                    loaded.loadedBy(),
                    loaded.loadedAt().atZone(Params.ZONE).toOffsetDateTime());
        }
    }
}
