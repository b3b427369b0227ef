package org.whistle.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTest {

    private final List<String> seen = new ArrayList<>();
    private HttpServer server;
    private String url;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String match = exchange.getRequestHeaders().getFirst("If-Match");
            seen.add(exchange.getRequestMethod() + " " + match + " "
                    + new String(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(match == null ? 428 : 204, -1);
            exchange.close();
        });
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort() + "/district";
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void whatIsThere_isReplaced_whicheverItIs() {
        assertThat(Http.call("PUT", url, "token", "application/zip", "new".getBytes())
                        .status())
                .isEqualTo(428);
        assertThat(Http.replace(url, "token", "application/zip", "new".getBytes())
                        .isSuccess())
                .isTrue();

        assertThat(seen).containsExactly("PUT null new", "PUT * new");
    }
}
