package org.whistle.local.door;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One address for everything: passes each request to the service its path names, as the ingress does in production, and
 * streams both ways; every other path is the pages'. What is not there is answered here: 404 for a path that leads nowhere, 503 for a service that is down.
 */
public final class FrontDoor implements AutoCloseable {

    /** Opened as needed; every open stream of live changes holds one. */
    private static final int CONNECTIONS_PER_SERVICE = 1_024;

    private static final int WAITING_PER_SERVICE = 4_096;
    private static final int CONNECT_MILLIS = 2_000;

    /** Tokens of accounts with many areas are long. */
    private static final int HEADER_BYTES = 32 * 1024;

    /** What needs no token, and how often one address may ask for it. */
    private static final String TRACKING = "/api/feedback/tracking/";

    private static final int TRACKED_PER_MINUTE = 120;

    private static final int RETRY_SECONDS = 2;
    private static final int UNAVAILABLE = 503;
    private static final int CLOSE_SECONDS = 5;

    private final Vertx vertx;
    private final HttpClient client;
    private final HttpServer server;

    private FrontDoor(Vertx vertx, HttpClient client, HttpServer server) {
        this.vertx = vertx;
        this.client = client;
        this.server = server;
    }

    /**
     * Opens the door.
     *
     * @param host address to listen on
     * @param port port to listen on; 0 = any free one
     * @param routes where paths lead, the first that matches
     * @param pages what is served everywhere else
     * @throws IllegalStateException when it cannot listen there
     */
    public static FrontDoor open(String host, int port, List<Route> routes, Pages pages) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setMaxHeaderSize(HEADER_BYTES)
                        .setTcpNoDelay(true)
                        .setMaxWaitQueueSize(WAITING_PER_SERVICE),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_SERVICE));
        HttpProxy proxy = HttpProxy.reverseProxy(client)
                .origin(context -> origin(context, routes))
                .addInterceptor(new Manners(pages));
        Pace pace = new Pace(TRACKED_PER_MINUTE, System::nanoTime);
        StaticPages shown = new StaticPages(vertx, pages);
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setTcpNoDelay(true)
                // A body may come without its length there, and the way to the services, HTTP/1.1, knows none such.
                // Browsers use HTTP/2 over TLS only, which ends before this door.
                .setHttp2ClearTextEnabled(false)
                .setMaxHeaderSize(HEADER_BYTES)
                .setMaxInitialLineLength(HEADER_BYTES / 2));
        server.requestHandler(request -> {
            if (Route.find(routes, request.path()) == null) {
                shown.show(request);
            } else if (isOpenToAll(request)
                    && !pace.allows(request.remoteAddress().hostAddress())) {
                Problem.tooMany(request.getHeader("accept-language"))
                        .send(request.response().putHeader("retry-after", Long.toString(pace.secondsLeft())));
            } else {
                proxy.handle(request);
            }
        });
        FrontDoor door = new FrontDoor(vertx, client, server);
        try {
            server.listen().toCompletionStage().toCompletableFuture().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            door.close();
            throw new IllegalStateException("cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            door.close();
            throw new IllegalStateException(e);
        }
        return door;
    }

    /** The port it listens on. */
    public int port() {
        return server.actualPort();
    }

    /** Closes the door: nobody comes in any more, and who is inside is cut off. */
    @Override
    public void close() {
        // One after the other, not chained: the last leaves no thread on which a chain could go on.
        finish(server.close());
        finish(client.close());
        finish(vertx.close());
    }

    private static void finish(Future<Void> closing) {
        try {
            closing.toCompletionStage().toCompletableFuture().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // The process is about to end anyway, and with it all that is still open.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isOpenToAll(HttpServerRequest request) {
        return request.path().startsWith(TRACKING);
    }

    private static Future<HttpClientRequest> origin(ProxyContext context, List<Route> routes) {
        Route route = Route.find(routes, context.request().proxiedRequest().path());
        if (route == null) {
            return Future.failedFuture("no route");
        }
        return context.client()
                .request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setHost(route.host())
                        .setPort(route.port()));
    }

    /** Says who is asking and from where, and answers for services that do not. */
    private static final class Manners implements ProxyInterceptor {

        private final boolean issuerIsHere;

        Manners(Pages pages) {
            this.issuerIsHere = Origins.same(pages.publicUrl(), pages.issuer());
        }

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            ProxyRequest request = context.request();
            HttpServerRequest outer = request.proxiedRequest();
            HostAndPort authority = outer.authority();
            // The host stays as the caller wrote it, so that addresses in answers lead back here.
            if (authority != null) {
                request.setAuthority(authority);
                request.putHeader("x-forwarded-host", authority.toString());
                request.putHeader("x-forwarded-port", Integer.toString(portOf(outer, authority)));
            }
            // Set, not added: a caller must not be able to claim to be somebody else.
            request.putHeader("x-forwarded-for", outer.remoteAddress().hostAddress());
            request.putHeader("x-forwarded-proto", outer.scheme());
            request.headers().remove("forwarded");
            return context.sendRequest().recover(failure -> Future.succeededFuture(unavailable(request)));
        }

        /** The issuer's pages open no others; with the pages' own policy a window for signing in stays theirs. */
        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            ProxyResponse response = context.response();
            String type = response.headers().get("content-type");
            if (issuerIsHere
                    && type != null
                    && type.startsWith("text/html")
                    && !response.headers().contains(PageHeaders.OPENER)) {
                response.putHeader(PageHeaders.OPENER, "same-origin");
            }
            return context.sendResponse();
        }

        private static int portOf(HttpServerRequest outer, HostAndPort authority) {
            return authority.port() > 0
                    ? authority.port()
                    : outer.localAddress().port();
        }

        private static ProxyResponse unavailable(ProxyRequest request) {
            @Nullable String language = request.proxiedRequest().getHeader("accept-language");
            Problem problem = Problem.unavailable(language);
            ProxyResponse response = request.release().response();
            return response.setStatusCode(UNAVAILABLE)
                    .putHeader("content-type", Problem.MEDIA_TYPE)
                    .putHeader("content-language", problem.language())
                    .putHeader("retry-after", Integer.toString(RETRY_SECONDS))
                    .setBody(Body.body(Buffer.buffer(problem.json())));
        }
    }
}
