package org.whistle.local.door;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The pages: files by their exact names, and one page for every address a person may go to, which finds out by itself what to
 * show there.
 */
final class StaticPages {

    private static final String CONFIG = "config.json";
    private static final int NOT_MODIFIED = 304;
    private static final int UNAVAILABLE = 503;

    private static final String ABSENT = """
            <!doctype html>
            <html lang="zh-CN">
            <head><meta charset="utf-8"><title>吹哨派单 Whistle</title></head>
            <body>
            <h1>吹哨派单 Whistle</h1>
            <p>服务已启动，但页面还没有构建。请运行 <code>./whistle up</code>，它会先构建；或用 <code>WHISTLE_WEB_DIR</code> 指定构建好的页面目录。</p>
            <p lang="en">The services are here, but the pages have not been built. Run <code>./whistle up</code>, which builds them first, or name a folder of built pages with <code>WHISTLE_WEB_DIR</code>.</p>
            </body>
            </html>
            """;

    private final Vertx vertx;
    private final WebFiles files;
    private final PageHeaders headers;
    private final WebFile config;
    private final String publicUrl;

    StaticPages(Vertx vertx, Pages pages) {
        this.vertx = vertx;
        Path folder = pages.folder();
        this.files = folder == null ? WebFiles.packaged(StaticPages.class.getClassLoader()) : WebFiles.in(folder);
        this.headers = new PageHeaders(pages);
        this.config = config(pages);
        this.publicUrl = pages.publicUrl();
    }

    private static WebFile config(Pages pages) {
        Basemap basemap = pages.basemap();
        Buffer content = new JsonObject()
                .put("issuer", pages.issuer())
                .put("clientId", Pages.CLIENT)
                .put(
                        "basemap",
                        basemap == null
                                ? null
                                : new JsonObject().put("url", basemap.url()).put("attribution", basemap.attribution()))
                .toBuffer();
        return new WebFile(CONFIG, content, WebFiles.tag(content.getBytes()), Encoding.NONE);
    }

    void show(HttpServerRequest request) {
        String path = request.path() == null ? "" : request.path();
        String name = path.equals("/") ? WebFiles.INDEX : path.substring(Math.min(1, path.length()));
        boolean navigation = isNavigation(request, path);
        if (navigation && leadsAside(request)) {
            request.response()
                    .setStatusCode(307)
                    .putHeader("location", publicUrl + request.uri())
                    .putHeader("cache-control", "no-store")
                    .end();
            return;
        }
        List<Encoding> encodings = Encoding.accepted(request.getHeader("accept-encoding"));
        find(name, encodings)
                .compose(file ->
                        file == null && navigation ? find(WebFiles.INDEX, encodings) : Future.succeededFuture(file))
                .onSuccess(file -> answer(request, file, navigation || name.equals(WebFiles.INDEX)))
                .onFailure(failure -> Problem.unavailable(request.getHeader("accept-language"))
                        .send(request.response()));
    }

    private Future<@Nullable WebFile> find(String name, List<Encoding> encodings) {
        if (name.equals(CONFIG)) {
            return Future.succeededFuture(config);
        }
        if (files.isAtHand(name, encodings)) {
            return Future.succeededFuture(files.find(name, encodings));
        }
        // Away from the one thread that passes everybody's requests on.
        return vertx.executeBlocking(() -> files.find(name, encodings), false);
    }

    private void answer(HttpServerRequest request, @Nullable WebFile file, boolean page) {
        boolean read = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        @Nullable String language = request.getHeader("accept-language");
        if (file == null) {
            if (page && read) {
                absent(request);
            } else {
                Problem.notFound(language).send(request.response());
            }
        } else if (read) {
            send(request, file);
        } else {
            request.response().putHeader("allow", "GET, HEAD");
            Problem.notAllowed(language).send(request.response());
        }
    }

    private void send(HttpServerRequest request, WebFile file) {
        HttpServerResponse response = request.response();
        headers.put(response, file.name());
        response.putHeader("cache-control", file.cacheControl())
                .putHeader("etag", file.tag())
                .putHeader("vary", "accept-encoding");
        if (isKnown(request.getHeader("if-none-match"), file.tag())) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        response.putHeader("content-type", file.type());
        if (file.encoding() != Encoding.NONE) {
            response.putHeader("content-encoding", file.encoding().code());
        }
        if (request.method() == HttpMethod.HEAD) {
            response.putHeader("content-length", Integer.toString(file.content().length()))
                    .end();
        } else {
            response.end(file.content());
        }
    }

    private void absent(HttpServerRequest request) {
        HttpServerResponse response = request.response().setStatusCode(UNAVAILABLE);
        headers.put(response, WebFiles.INDEX);
        response.putHeader("content-type", "text/html; charset=utf-8")
                .putHeader("cache-control", "no-store")
                .end(request.method() == HttpMethod.HEAD ? "" : ABSENT);
    }

    private static boolean isKnown(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .map(one -> one.startsWith("W/") ? one.substring(2) : one)
                        .anyMatch(one -> one.equals(tag) || one.equals("*"));
    }

    /** Somebody goes to an address: a browser asks for a page, and not for one of the services or a part of a page. */
    private static boolean isNavigation(HttpServerRequest request, String path) {
        String accept = request.getHeader("accept");
        boolean read = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        boolean taken = isBelow(path, "/api") || isBelow(path, "/identity") || isBelow(path, "/assets");
        return read
                && !taken
                && !Route.climbs(path)
                && (path.equals("/")
                        || accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html"));
    }

    private static boolean isBelow(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    /**
     * Whether somebody came by another name of this same machine, such as 127.0.0.1 for localhost: to the browser that is
     * another place, to which nobody can be led back after signing in.
     */
    private boolean leadsAside(HttpServerRequest request) {
        String here = Origins.of(publicUrl);
        if (request.authority() == null || !here.startsWith("http://") || !isLoopback(here)) {
            return false;
        }
        String came = "http://" + request.authority();
        return isLoopback(came)
                && !Origins.same(came, here)
                && came.substring(came.lastIndexOf(':')).equals(here.substring(here.lastIndexOf(':')));
    }

    private static boolean isLoopback(String origin) {
        return origin.matches("http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
    }
}
