package org.whistle.testkit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A service in miniature, to try tokens and environment on. */
@Path("/who-am-i")
public class WhoAmI {

    @Inject
    JsonWebToken token;

    @ConfigProperty(name = "WHISTLE_DB_PORT")
    int port;

    @GET
    @RolesAllowed("grid-worker")
    public String get() {
        return token.getName() + " " + token.getClaim("area") + " " + token.getClaim("department") + " " + port;
    }
}
