package org.whistle.feedback.photo.web;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.photo.PhotoSanitizer;
import org.whistle.chassis.photo.PhotoStore;
import org.whistle.chassis.photo.StoredPhoto;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.loop.store.LoopQueries;
import org.whistle.feedback.loop.web.Sight;

/** Photos of verifications: cleaned when they come in, given only to who may see the ticket they show. */
@Path("/photos")
@Tag(name = "photos")
public class PhotoResource {

    private final PhotoStore photos;
    private final LoopQueries loops;
    private final Caller caller;

    PhotoResource(PhotoStore photos, LoopQueries loops, Caller caller) {
        this.photos = photos;
        this.loops = loops;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.GRID_WORKER, Roles.COMMUNITY})
    @Consumes({"image/jpeg", "image/png", "image/webp", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Upload a photo",
            description = "JPEG, PNG or WebP by content, at most 10 MB; position and device data are removed.")
    @APIResponse(responseCode = "201", description = "Kept; use its id in a verification")
    public Uni<Response> upload(byte @Nullable [] file) {
        String owner = caller.account();
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .item(() -> PhotoSanitizer.sanitize(file))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(task -> context.runOnContext(ignored -> task.run()))
                .chain(photo -> photos.save(photo, owner))
                .map(id -> Response.created(URI.create("/api/feedback/photos/" + id))
                        .entity(new Kept(id))
                        .build());
    }

    @GET
    @Path("/{id}")
    @Produces({"image/jpeg", "image/png", "image/webp", MediaType.APPLICATION_JSON})
    @Operation(summary = "A photo")
    public Uni<Response> get(@PathParam("id") String id) {
        Sight sight = Sight.of(caller);
        UUID photoId = uuid(id);
        return photos.find(photoId)
                .map(found -> found.orElseThrow(ProblemException::notFound))
                .chain(photo -> mayShow(photo, sight).map(shown -> {
                    if (!shown) {
                        throw ProblemException.notFound();
                    }
                    return Response.ok(photo.photo().bytes())
                            .type(photo.photo().mediaType())
                            .header("Cache-Control", "private, max-age=86400")
                            .build();
                }));
    }

    private Uni<Boolean> mayShow(StoredPhoto photo, Sight sight) {
        if (photo.owner().equals(sight.account())) {
            return Uni.createFrom().item(true);
        }
        return photo.boundTo() == null
                ? Uni.createFrom().item(false)
                : loops.matter(photo.boundTo())
                        .map(matter -> matter.filter(sight::sees).isPresent());
    }

    private static UUID uuid(String id) {
        try {
            return Params.required("id", Params.uuid("id", id));
        } catch (ProblemException malformed) {
            throw ProblemException.notFound();
        }
    }

    /** A photo that was kept. */
    @Schema(name = "KeptPhoto")
    public record Kept(
            @Schema(examples = "0198f1f0-7c1a-7d53-9f5e-0c6f2f6b1a11")
            UUID id) {}
}
