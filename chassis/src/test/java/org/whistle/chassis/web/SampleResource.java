package org.whistle.chassis.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.impl.NoStackTraceThrowable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.ConnectException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.Page;
import org.whistle.chassis.page.PageRequest;

/** What a service's resource looks like, for the tests of the manners around it. */
@Path("samples")
@Produces(MediaType.APPLICATION_JSON)
public class SampleResource {

    @Inject
    Caller caller;

    @Inject
    ObjectMapper json;

    /** Fails when it is asked for its value. */
    public static final class Unwritable {
        public String getValue() {
            throw new IllegalStateException("secret inside");
        }
    }

    enum Colour {
        @JsonProperty("dark-red")
        DARK_RED,
        @JsonProperty("blue")
        BLUE
    }

    record Position(double longitude, double latitude) {}

    record Sample(
            @NotBlank @Size(max = 20) String text,
            @Min(1) int count,
            @Nullable Colour colour,
            @Nullable Instant at,
            @Valid @Nullable Position position,
            @Nullable List<UUID> photos,
            @Nullable Boolean urgent) {}

    record Whoami(
            String account,
            String name,
            List<String> areas,
            @Nullable String department,
            boolean sees) {}

    @POST
    public Uni<Sample> echo(@NotNull @Valid Sample sample) {
        return Uni.createFrom().item(sample);
    }

    @POST
    @Path("thread")
    public Uni<String> thread(@NotNull @Valid Sample sample) {
        return Uni.createFrom().item("\"" + Thread.currentThread().getName() + "\"");
    }

    @GET
    @Path("me")
    public Whoami me() {
        return new Whoami(
                caller.account(), caller.name(), caller.areas(), caller.department(), caller.sees("370102001001001"));
    }

    @GET
    @Path("roles-allowed")
    @RolesAllowed(Roles.SUPERVISOR)
    public String rolesAllowed() {
        return "\"in\"";
    }

    @GET
    @Path("role-required")
    public Uni<String> roleRequired() {
        caller.requireRole(Roles.SUPERVISOR, Roles.LEADER);
        return Uni.createFrom().item("\"in\"");
    }

    @GET
    public Page<Integer> list(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor, @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor, 1);
        int from = request.cursor() == null ? 0 : (int) request.cursor().number(0) + 1;
        List<Integer> rows = IntStream.range(from, Math.min(7, from + request.fetch()))
                .boxed()
                .toList();
        return Page.of(rows, request, uri, Cursor::of);
    }

    @GET
    @Path("{id}")
    public String byId(@PathParam("id") UUID id) {
        return "\"" + id + "\"";
    }

    @PUT
    @Path("{id}")
    public Response change(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        Versions.expected(headers).require(7);
        return Response.noContent().header(HttpHeaders.ETAG, Versions.etag(8)).build();
    }

    @POST
    @Path("picture")
    @Consumes(MediaType.WILDCARD)
    public Uni<Integer> picture(byte[] body) {
        return Uni.createFrom().item(body.length);
    }

    @GET
    @Path("broken")
    public Uni<String> broken() {
        return Uni.createFrom().failure(new IllegalStateException("secret inside"));
    }

    /** A JSON column that cannot be read any more. */
    @GET
    @Path("own-json")
    public Uni<Position> ownJson() throws JsonProcessingException {
        return Uni.createFrom().item(json.readValue("{\"longitude\": \"x\"}", Position.class));
    }

    /** An answer that cannot be written. */
    @GET
    @Path("own-answer")
    public Unwritable ownAnswer() {
        return new Unwritable();
    }

    @GET
    @Path("no-database")
    public Uni<String> noDatabase() {
        return Uni.createFrom().failure(new ConnectException("Connection refused: db/10.0.0.1:5432"));
    }

    @GET
    @Path("pool-timeout")
    public Uni<String> poolTimeout() {
        return Uni.createFrom().failure(new NoStackTraceThrowable("Timeout"));
    }
}
