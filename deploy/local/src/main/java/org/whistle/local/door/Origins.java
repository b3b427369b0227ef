package org.whistle.local.door;

import java.net.URI;
import java.util.Locale;

/** Scheme, host and port of addresses: what browsers mean by "the same place". */
final class Origins {

    private Origins() {}

    /** The origin of an address; a port that goes without saying is left out. */
    static String of(String url) {
        URI address = URI.create(url);
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        String port = address.getPort() < 0 || address.getPort() == usual ? "" : ":" + address.getPort();
        return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + port;
    }

    static boolean same(String one, String other) {
        return of(one).equals(of(other));
    }
}
