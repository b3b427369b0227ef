package org.whistle.feedback.place.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.problem.CommonProblem;
import org.whistle.chassis.problem.FieldProblem;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.district.DistrictException;
import org.whistle.feedback.place.store.Districts;

/** The district whose names and stage limits this service uses. */
@Path("/district")
@Tag(name = "district")
@RolesAllowed(Roles.ADMINISTRATOR)
public class DistrictResource {

    private static final String ZIP = "application/zip";

    private final Districts districts;
    private final Caller caller;

    DistrictResource(Districts districts, Caller caller) {
        this.districts = districts;
        this.caller = caller;
    }

    @GET
    @Produces(ZIP)
    @Operation(summary = "The archive in use")
    public Uni<Response> download() {
        return districts.archive().map(found -> {
            Districts.Stored stored = found.orElseThrow(ProblemException::notFound);
            return Response.ok(stored.archive())
                    .header(HttpHeaders.ETAG, "\"" + stored.version() + "\"")
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"district.zip\"")
                    .build();
        });
    }

    @PUT
    @Consumes({ZIP, MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replace the district",
            description = "A zip of the district's folder; the same content has the same version.")
    @APIResponse(responseCode = "200", description = "In use from now on")
    @APIResponse(responseCode = "422", description = "The files are wrong; errors names file, line and field")
    public Uni<Response> upload(byte @Nullable [] archive) {
        String by = caller.account();
        return districts
                .upload(archive == null ? new byte[0] : archive, by)
                .map(version -> Response.ok(new Uploaded(version, by))
                        .header(HttpHeaders.ETAG, "\"" + version + "\"")
                        .build())
                .onFailure(DistrictException.class)
                .transform(failure -> refused((DistrictException) failure));
    }

    private static ProblemException refused(DistrictException failure) {
        return ProblemException.faulty(
                CommonProblem.DISTRICT_FAULTY,
                failure.problems().stream()
                        .map(fault -> new FieldProblem(fault.place(), fault.messageZh(), fault.messageEn()))
                        .toList());
    }

    /**
     * What was taken.
     *
     * @param version first 12 hex digits over the content
     */
    @Schema(name = "UploadedDistrict")
    public record Uploaded(
            @Schema(examples = "3f2a9c01d4e7") String version, String uploadedBy) {}
}
