package org.whistle.intake.photo.web;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.photo.CleanPhoto;
import org.whistle.chassis.photo.PhotoSanitizer;
import org.whistle.chassis.photo.PhotoStore;
import org.whistle.chassis.photo.StoredPhoto;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.intake.report.ReporterKinds;
import org.whistle.intake.report.store.Reports;
import org.whistle.intake.report.store.Viewer;

/** Photos of reports. What is uploaded is kept without position, device or any text. */
@Path("/photos")
@Tag(name = "photos")
public class PhotoResource {

    private static final String[] FILING_ROLES = ReporterKinds.filingRoles().toArray(String[]::new);

    private final PhotoStore photos;
    private final Reports reports;
    private final Caller caller;

    @Inject
    PhotoResource(PhotoStore photos, Reports reports, Caller caller) {
        this.photos = photos;
        this.reports = reports;
        this.caller = caller;
    }

    /** Takes a photo, to be named in a report. */
    @POST
    @Consumes({"image/jpeg", "image/png", "image/webp", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Upload a photo",
            description = "JPEG, PNG or WebP by content, at most 10 MB. Position, device and text are removed.")
    @APIResponse(
            responseCode = "201",
            description = "Kept; name its id in a report",
            content = @Content(schema = @Schema(implementation = PhotoView.class)))
    @APIResponse(responseCode = "413", description = "Larger than 10 MB")
    @APIResponse(responseCode = "415", description = "No JPEG, PNG or WebP")
    public Uni<Response> upload(byte[] body) {
        caller.requireRole(FILING_ROLES);
        String account = caller.account();
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .item(() -> PhotoSanitizer.sanitize(body))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(task -> context.runOnContext(ignored -> task.run()))
                .chain(photo -> photos.save(photo, account).map(id -> created(id, photo)));
    }

    /** A photo, for who may see its report. */
    @GET
    @Path("/{id}")
    @Produces({"image/jpeg", "image/png", "image/webp", MediaType.APPLICATION_JSON})
    @Operation(
            summary = "A photo",
            description = "One's own, or that of a report the caller may see; a department sees those of its tickets.")
    @APIResponse(responseCode = "404", description = "No such photo, or not the caller's to see")
    public Uni<Response> photo(@PathParam("id") String id) {
        Viewer viewer = Viewer.of(caller);
        UUID photoId = photoId(id);
        return photos.find(photoId).chain(found -> {
            StoredPhoto photo = found.orElseThrow(ProblemException::notFound);
            if (photo.owner().equals(viewer.account())) {
                return Uni.createFrom().item(answer(photo));
            }
            if (photo.boundTo() == null) {
                throw ProblemException.notFound();
            }
            return reports.find(photo.boundTo(), viewer)
                    .map(report -> answer(report.map(seen -> photo).orElseThrow(ProblemException::notFound)));
        });
    }

    private static Response created(UUID id, CleanPhoto photo) {
        return Response.created(URI.create("/api/intake/photos/" + id))
                .entity(new PhotoView(id, photo.mediaType(), photo.width(), photo.height()))
                .build();
    }

    private static Response answer(StoredPhoto photo) {
        return Response.ok(photo.photo().bytes(), photo.photo().mediaType())
                // Content never changes under an id, but who may see it does.
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=300")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static UUID photoId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    /** A photo that was kept. */
    @Schema(name = "Photo")
    public record PhotoView(
            UUID id, @Schema(examples = "image/jpeg") String mediaType, int width, int height) {}
}
