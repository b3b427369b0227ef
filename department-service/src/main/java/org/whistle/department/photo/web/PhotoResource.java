package org.whistle.department.photo.web;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.photo.PhotoSanitizer;
import org.whistle.chassis.photo.PhotoStore;
import org.whistle.chassis.photo.StoredPhoto;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.department.inbox.store.AssignmentQueries;

/**
 * Evidence photos: uploaded first, then named in a note, a completion, a return or a request. Seen by the uploader, by the
 * department, and by whoever supervises or verifies in the area.
 */
@Path("/photos")
@Tag(name = "photos", description = "Evidence photos")
public class PhotoResource {

    private final PhotoStore photos;
    private final AssignmentQueries assignments;
    private final Caller caller;

    PhotoResource(PhotoStore photos, AssignmentQueries assignments, Caller caller) {
        this.photos = photos;
        this.assignments = assignments;
        this.caller = caller;
    }

    @POST
    @Consumes({"image/jpeg", "image/png", "image/webp", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.HANDLER, Roles.MANAGER})
    @Operation(
            summary = "Upload a photo; the body is the file",
            description = "JPEG, PNG or WebP by content, at most 10 MB. Position, device and texts are removed.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Uploaded.class)))
    @APIResponse(responseCode = "413", description = "larger than 10 MB")
    @APIResponse(responseCode = "415", description = "no JPEG, PNG or WebP")
    public Uni<RestResponse<Uploaded>> upload(
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = "image/jpeg",
                                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                            })
                    byte @Nullable [] body,
            @Context UriInfo uri) {
        String owner = caller.account();
        return Uni.createFrom()
                .item(() -> PhotoSanitizer.sanitize(body))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(clean -> photos.save(clean, owner))
                .map(id -> RestResponse.ResponseBuilder.<Uploaded>created(
                                uri.getAbsolutePathBuilder().path(id.toString()).build())
                        .entity(new Uploaded(id))
                        .build());
    }

    @GET
    @Path("/{id}")
    @Produces({"image/jpeg", "image/png", "image/webp", MediaType.APPLICATION_JSON})
    @RolesAllowed({
        Roles.HANDLER,
        Roles.MANAGER,
        Roles.SUPERVISOR,
        Roles.LEADER,
        Roles.DISPATCHER,
        Roles.COMMUNITY,
        Roles.GRID_WORKER
    })
    @Operation(summary = "The photo itself")
    public Uni<RestResponse<byte[]>> find(@PathParam("id") UUID id) {
        String account = caller.account();
        AreaScope scope = caller.scope();
        return photos.find(id).chain(found -> {
            StoredPhoto photo = found.orElseThrow(ProblemException::notFound);
            return visible(photo, account, scope).map(visible -> {
                if (!visible) {
                    throw ProblemException.notFound();
                }
                return RestResponse.ResponseBuilder.ok(photo.photo().bytes())
                        .type(photo.photo().mediaType())
                        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=86400, immutable")
                        .build();
            });
        });
    }

    private Uni<Boolean> visible(StoredPhoto photo, String account, AreaScope scope) {
        if (photo.owner().equals(account)) {
            return Uni.createFrom().item(true);
        }
        if (photo.boundTo() == null) {
            return Uni.createFrom().item(false);
        }
        return assignments.find(Objects.requireNonNull(photo.boundTo())).map(found -> found.filter(
                        a -> scope.sees(a.grid(), a.department()))
                .isPresent());
    }

    /** @param id name it in {@code photos} of a note, a completion, a return or a request */
    @Schema(name = "UploadedPhoto")
    public record Uploaded(UUID id) {}
}
