package org.whistle.local.door;

import io.vertx.core.http.HttpServerResponse;

/**
 * What a browser is told about every page: to run and load only what is ours, to be framed by nobody else, to tell nobody
 * where it has been.
 */
final class PageHeaders {

    static final String OPENER = "cross-origin-opener-policy";

    private static final String FEATURES = "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()";

    private final String policy;
    private final boolean issuerIsHere;

    PageHeaders(Pages pages) {
        this.issuerIsHere = Origins.same(pages.publicUrl(), pages.issuer());
        String issuer = issuerIsHere ? "" : " " + Origins.of(pages.issuer());
        Basemap basemap = pages.basemap();
        this.policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:"
                + (basemap == null ? "" : " " + basemap.origin())
                + "; font-src 'self'; connect-src 'self'" + issuer
                + "; worker-src 'self'; frame-src 'self'" + issuer
                + "; frame-ancestors 'self'; base-uri 'none'; form-action 'self'; object-src 'none'";
    }

    void put(HttpServerResponse response, String name) {
        response.putHeader("content-security-policy", policy)
                .putHeader("x-content-type-options", "nosniff")
                .putHeader("referrer-policy", "no-referrer")
                .putHeader("permissions-policy", FEATURES)
                .putHeader(OPENER, opener(name));
    }

    /**
     * A window in which somebody signs in again has to find the page that opened it. Where the issuer has our own address
     * it shows its pages with the same policy as ours; elsewhere it has none, and then the small page that it leads back
     * to must have none either, or the browser parts the two.
     */
    private String opener(String name) {
        if (issuerIsHere) {
            return "same-origin";
        }
        return name.endsWith(".html") && !name.equals(WebFiles.INDEX) ? "unsafe-none" : "same-origin-allow-popups";
    }
}
