package org.whistle.local;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.whistle.district.Role;
import org.whistle.local.identity.Http;
import org.whistle.local.text.LocalException;
import org.whistle.local.text.Text;

/**
 * Lets every service meet the identity provider before anybody is told that all is ready: a service that came up first has
 * put that off to its first request, which would be somebody's.
 */
final class Acquaintance {

    private static final int ATTEMPTS = 100;
    private static final long PAUSE_MILLIS = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int INTERNAL_ERROR = 500;

    private final SystemAccess system;

    Acquaintance(SystemAccess system) {
        this.system = system;
    }

    /**
     * Shows a service a token until it believes it.
     *
     * @throws LocalException when it still does not after twenty seconds
     */
    void make(Part part) {
        system.accounts().values().stream()
                .filter(login -> login.has(Role.OPERATOR.code()))
                .findFirst()
                .ifPresent(login -> meet(part, system.token(login.username())));
    }

    private void meet(Part part, String token) {
        String url = "http://127.0.0.1:" + system.ports().of(part) + "/api/" + part.id() + "/q/metrics";
        for (int i = 0; i < ATTEMPTS; i++) {
            int status = Http.get(url, token).status();
            // Whatever else it says about the page: the token itself was believed.
            if (status != UNAUTHORIZED && status < INTERNAL_ERROR) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        }
        throw new LocalException(new Text(
                part.title() + " 不接受 Keycloak 签发的令牌，见其日志。",
                part.title() + " does not believe tokens of the identity provider; see its log."));
    }
}
