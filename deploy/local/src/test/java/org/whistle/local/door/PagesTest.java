package org.whistle.local.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the front door serves built pages. */
class PagesTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final String SCRIPT = "/assets/index-Bx3k_9aQ.js";
    private static final String HERE = "http://localhost:9";
    private static final String ISSUER = HERE + "/identity/realms/whistle";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    @TempDir
    private Path folder;

    private FrontDoor door;

    @BeforeEach
    void open() throws IOException {
        write("index.html", "<!doctype html><div id=app></div>");
        write("index.html.br", "index in brotli");
        write("silent.html", "<!doctype html>silent");
        write("sw.js", "self");
        write("manifest.webmanifest", "{}");
        write("favicon.svg", "<svg/>");
        write("assets/index-Bx3k_9aQ.js", "plain");
        write("assets/index-Bx3k_9aQ.js.br", "brotli");
        write("assets/index-Bx3k_9aQ.js.gz", "gzip");
        door = open(new Pages(HERE, ISSUER, null, folder));
    }

    @AfterEach
    void close() {
        client.close();
        door.close();
    }

    @Test
    void root_isThePage_askedForAnewEachTime() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<div id=app>");
        assertThat(header(page, "content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(header(page, "cache-control")).isEqualTo("no-cache");
        assertThat(get("/", "if-none-match", header(page, "etag")).statusCode()).isEqualTo(304);
        assertThat(get("/", "if-none-match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/tickets/0190", "/track/7ZKX", "/worker", "/desk?state=waiting", "/a.b"})
    void addressAPersonGoesTo_isThePage(String path) throws Exception {
        HttpResponse<String> page = get(path, "accept", BROWSER);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<div id=app>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/nothing",
                "/api",
                "/identity/nothing",
                "/assets/gone-Bx3k_9aQ.js",
                "/../secret",
                "//console"
            })
    void whatIsNoPage_isNotFound_alsoForABrowser(String path) throws Exception {
        HttpResponse<String> answer = get(path, "accept", BROWSER);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "content-type")).isEqualTo("application/problem+json");
    }

    @Test
    void programThatAsksForWhatIsNotThere_getsNoPage() throws Exception {
        assertThat(get("/worker", "accept", "application/json").statusCode()).isEqualTo(404);
        assertThat(get("/worker").statusCode()).isEqualTo(404);
    }

    @Test
    void fileWithAHashInItsName_isKeptForAYear_everyOtherIsAskedFor() throws Exception {
        assertThat(header(get(SCRIPT), "cache-control")).isEqualTo("public, max-age=31536000, immutable");
        for (String path : List.of("/sw.js", "/manifest.webmanifest", "/config.json", "/favicon.svg", "/silent.html")) {
            HttpResponse<String> answer = get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(header(answer, "cache-control")).as(path).isEqualTo("no-cache");
            assertThat(get(path, "if-none-match", header(answer, "etag")).statusCode())
                    .as(path)
                    .isEqualTo(304);
        }
    }

    @Test
    void smallestCopyTheCallerTakes_isSent_underATagOfItsOwn() throws Exception {
        HttpResponse<String> plain = get(SCRIPT);
        HttpResponse<String> brotli = get(SCRIPT, "accept-encoding", "gzip, deflate, br");
        HttpResponse<String> gzip = get(SCRIPT, "accept-encoding", "gzip;q=1.0, br;q=0");

        assertThat(plain.body()).isEqualTo("plain");
        assertThat(plain.headers().firstValue("content-encoding")).isEmpty();
        assertThat(brotli.body()).isEqualTo("brotli");
        assertThat(header(brotli, "content-encoding")).isEqualTo("br");
        assertThat(header(brotli, "content-type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(gzip.body()).isEqualTo("gzip");
        assertThat(header(gzip, "content-encoding")).isEqualTo("gzip");
        assertThat(List.of(header(plain, "etag"), header(brotli, "etag"), header(gzip, "etag")))
                .doesNotHaveDuplicates();
        assertThat(header(plain, "vary")).isEqualTo("accept-encoding");
        assertThat(get("/sw.js", "accept-encoding", "br").body()).isEqualTo("self");
        assertThat(get("/console", "accept", BROWSER, "accept-encoding", "br").body())
                .isEqualTo("index in brotli");
    }

    @Test
    void compressedCopies_areNoFilesOfTheirOwn() throws Exception {
        assertThat(get(SCRIPT + ".br").statusCode()).isEqualTo(404);
    }

    @Test
    void filesOutsideTheFolder_areNotServed() throws Exception {
        Path outside = Files.createTempFile("outside", ".txt");
        Files.createSymbolicLink(folder.resolve("link.txt"), outside);

        assertThat(get("/link.txt").statusCode()).isEqualTo(404);
        assertThat(get("/%2e%2e/" + outside.getFileName()).statusCode()).isEqualTo(404);
        assertThat(get("/assets").statusCode()).isEqualTo(404);
        Files.delete(outside);
    }

    @Test
    void everyPage_runsAndLoadsOnlyWhatIsOurs() throws Exception {
        for (String path : List.of("/", "/silent.html", SCRIPT)) {
            HttpResponse<String> answer = get(path);

            assertThat(header(answer, "content-security-policy"))
                    .isEqualTo("default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:;"
                            + " font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self';"
                            + " frame-ancestors 'self'; base-uri 'none'; form-action 'self'; object-src 'none'");
            assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
            assertThat(header(answer, "referrer-policy")).isEqualTo("no-referrer");
            assertThat(header(answer, "permissions-policy")).contains("camera=(self)", "geolocation=(self)");
            assertThat(header(answer, "cross-origin-opener-policy")).isEqualTo("same-origin");
        }
    }

    @Test
    void issuerAndBasemapElsewhere_areLetIn_eachOnlyForWhatItIsFor() throws Exception {
        Basemap map = Basemap.of("https://t{s}.tianditu.gov.cn/vec_w/wmts?z={z}&x={x}&y={y}&tk=key", "天地图");
        try (FrontDoor other = open(new Pages(HERE, "https://login.example.cn:8443/realms/city", map, folder))) {
            HttpResponse<String> page = get(other, "/");

            assertThat(header(page, "content-security-policy"))
                    .contains(
                            "img-src 'self' blob: data: https://*.tianditu.gov.cn;",
                            "connect-src 'self' https://login.example.cn:8443;",
                            "frame-src 'self' https://login.example.cn:8443;",
                            "script-src 'self';",
                            "style-src 'self';");
            assertThat(header(page, "cross-origin-opener-policy")).isEqualTo("same-origin-allow-popups");
            assertThat(header(get(other, "/silent.html"), "cross-origin-opener-policy"))
                    .isEqualTo("unsafe-none");
            assertThat(get(other, "/config.json").body())
                    .isEqualTo("{\"issuer\":\"https://login.example.cn:8443/realms/city\",\"clientId\":\"whistle-web\","
                            + "\"basemap\":{\"url\":\"https://t{s}.tianditu.gov.cn/vec_w/wmts?z={z}&x={x}&y={y}&tk=key\","
                            + "\"attribution\":\"天地图\"}}");
        }
    }

    @Test
    void configuration_namesTheIssuer_andNoBasemapUnlessThereIsOne() throws Exception {
        assertThat(get("/config.json").body())
                .isEqualTo("{\"issuer\":\"" + ISSUER + "\",\"clientId\":\"whistle-web\",\"basemap\":null}");
        assertThat(header(get("/config.json"), "content-type")).startsWith("application/json");
    }

    @Test
    void pagesAreOnlyRead() throws Exception {
        HttpResponse<String> answer = send(request(door, SCRIPT)
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "allow")).isEqualTo("GET, HEAD");
        HttpResponse<String> head = send(request(door, SCRIPT)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "content-length")).isEqualTo("5");
    }

    @Test
    void whoComesByAnotherNameOfThisMachine_isLedToTheOneTheIssuerKnows() throws Exception {
        Pages own = new Pages("http://127.0.0.1:" + door.port(), ISSUER, null, folder);
        int port = door.port();
        door.close();
        door = FrontDoor.open("127.0.0.1", port, List.of(), own);

        HttpResponse<String> aside = get("/track/7ZKX?a=b", "accept", BROWSER);

        assertThat(aside.statusCode()).isEqualTo(307);
        assertThat(header(aside, "location")).isEqualTo("http://127.0.0.1:" + port + "/track/7ZKX?a=b");
        assertThat(get("/config.json").statusCode()).isEqualTo(200);
    }

    @Test
    void withoutBuiltPages_oneSaysSo_andTheRestWorks() throws Exception {
        Files.delete(folder.resolve("index.html"));
        Files.delete(folder.resolve("index.html.br"));

        HttpResponse<String> page = get("/console", "accept", BROWSER);

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(header(page, "content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.body()).contains("页面还没有构建", "the pages have not been built", "./whistle up");
        assertThat(get("/config.json").statusCode()).isEqualTo(200);
    }

    @Test
    void pagesInAJar_areServedAsThoseInAFolder() throws Exception {
        Path jar = folder.resolve("web.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of("index.html", "assets/index-Bx3k_9aQ.js.br")) {
                zip.putNextEntry(new ZipEntry("META-INF/whistle-web/" + name));
                zip.write(Files.readAllBytes(folder.resolve(name)));
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            WebFiles files = WebFiles.packaged(loader);

            WebFile index = files.find("index.html", List.of(Encoding.BROTLI, Encoding.NONE));
            assertThat(index).isNotNull();
            assertThat(index.encoding()).isEqualTo(Encoding.NONE);
            assertThat(files.isAtHand("index.html", List.of(Encoding.NONE))).isTrue();
            assertThat(files.find("assets/index-Bx3k_9aQ.js", List.of(Encoding.BROTLI)))
                    .isNotNull()
                    .extracting(file -> file.content().toString())
                    .isEqualTo("brotli");
            assertThat(files.find("assets", List.of(Encoding.NONE))).isNull();
            assertThat(files.find("../../secret.txt", List.of(Encoding.NONE))).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://tiles.example.cn/map.png", "ftp://tiles.example.cn/{z}/{x}/{y}", "/{z}/{x}/{y}"})
    void addressThatIsNoneOfTiles_isRefused(String url) {
        assertThatThrownBy(() -> Basemap.of(url, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void basemapWithoutAnOwnersName_isNamedByItsHost() {
        assertThat(Basemap.of("https://tiles.example.cn/{z}/{x}/{y}.png", " "))
                .isEqualTo(new Basemap("https://tiles.example.cn/{z}/{x}/{y}.png", "tiles.example.cn"));
        assertThat(Basemap.of(" ", "x")).isNull();
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static FrontDoor open(Pages pages) {
        return FrontDoor.open("127.0.0.1", 0, List.of(), pages);
    }

    private static HttpRequest.Builder request(FrontDoor at, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + at.port() + path))
                .timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return get(door, path, headers);
    }

    private HttpResponse<String> get(FrontDoor at, String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(at, path).GET();
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static @Nullable String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }
}
