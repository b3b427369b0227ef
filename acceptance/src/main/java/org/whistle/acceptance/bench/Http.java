package org.whistle.acceptance.bench;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.whistle.local.SystemAccess;

/** A light HTTP client that shares the machine with what it measures. */
final class Http {

    private static final long TIMEOUT_MS = 30_000;

    private final HttpClient client;
    private final SystemAccess system;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final String host;
    private final int port;

    Http(Vertx vertx, SystemAccess system, int connections) {
        this.system = system;
        URI url = URI.create(system.url());
        this.host = url.getHost();
        this.port = url.getPort() < 0 ? 80 : url.getPort();
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(true).setTcpNoDelay(true).setMaxWaitQueueSize(-1),
                new PoolOptions().setHttp1MaxSize(connections));
    }

    /** Signs an account in now, so that no measured call has to. */
    void prepare(String account) {
        tokens.computeIfAbsent(account, system::token);
    }

    Future<Reply> get(String account, String path) {
        return send(HttpMethod.GET, account, path, null, null);
    }

    Future<Reply> post(String account, String path, @Nullable String version, JsonObject body) {
        return send(HttpMethod.POST, account, path, version, body);
    }

    private Future<Reply> send(
            HttpMethod method, String account, String path, @Nullable String version, @Nullable JsonObject body) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(host)
                .setPort(port)
                .setURI(path)
                .setTimeout(TIMEOUT_MS);
        return client.request(options).compose(request -> {
            MultiMap headers = request.headers();
            headers.set("Authorization", "Bearer " + tokens.computeIfAbsent(account, system::token));
            headers.set("Accept", "application/json");
            if (version != null) {
                headers.set("If-Match", version);
            }
            return (body == null ? request.send() : send(request, body)).compose(response -> response.body()
                    .map(bytes -> new Reply(response.statusCode(), response.getHeader("ETag"), bytes)));
        });
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, JsonObject body) {
        request.putHeader("Content-Type", "application/json");
        return request.send(body.toBuffer());
    }

    /** What came back. */
    record Reply(int status, @Nullable String version, Buffer body) {

        boolean succeeded() {
            return status >= 200 && status < 300;
        }

        JsonObject json() {
            return body.toJsonObject();
        }
    }
}
