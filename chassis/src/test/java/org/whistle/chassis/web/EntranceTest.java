package org.whistle.chassis.web;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.whistle.chassis.web.Asking.ROOT;
import static org.whistle.chassis.web.Asking.SAMPLES;
import static org.whistle.chassis.web.Asking.dispatcher;
import static org.whistle.chassis.web.Asking.refusal;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may come in, and how those are turned away who may not. */
@QuarkusTest
@TestProfile(WebOnly.class)
class EntranceTest {

    @ParameterizedTest
    @ValueSource(strings = {SAMPLES + "/me", ROOT + "/nowhere", "/nowhere", "/", ROOT + "/q/metrics", ROOT + "/q/dev"})
    void everyPath_isRefused_withoutToken(String path) {
        refusal(given().get(path).then(), 401, "unauthorized")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .header("Content-Language", equalTo("zh-CN"))
                .body("title", equalTo("未登录或登录已失效"))
                .body("instance", equalTo(path));
    }

    @Test
    void aPost_isRefused_withoutToken() {
        refusal(
                        given().header("Accept-Language", "en-GB")
                                .contentType("application/json")
                                .body("{}")
                                .post(SAMPLES)
                                .then(),
                        401,
                        "unauthorized")
                .body("title", equalTo("Not signed in"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-token", "a.b.c", "eyJhbGciOiJSUzI1NiJ9.e30.AAAA", "ÿ"})
    void aMalformedToken_isRefused(String token) {
        refusal(
                given().header("Authorization", "Bearer " + token)
                        .get(SAMPLES + "/me")
                        .then(),
                401,
                "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Basic YWRhOmFkYQ==", "nonsense"})
    void anotherAuthorization_isRefused(String header) {
        refusal(given().header("Authorization", header).get(SAMPLES + "/me").then(), 401, "unauthorized");
    }

    @Test
    void anExpiredToken_isRefused() {
        refusal(given().auth().oauth2(TestIssuer.expired()).get(SAMPLES + "/me").then(), 401, "unauthorized")
                .header("WWW-Authenticate", containsString("invalid_token"));
    }

    @Test
    void aRememberedToken_isRefused_onceItHasExpired() {
        String token = TestIssuer.brief();
        given().auth().oauth2(token).get(SAMPLES + "/me").then().statusCode(200);
        given().auth().oauth2(token).get(SAMPLES + "/me").then().statusCode(200).body("account", equalTo("ada"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> refusal(
                        given().auth().oauth2(token).get(SAMPLES + "/me").then(), 401, "unauthorized"));
    }

    @Test
    void rememberedTokens_ofOneAccount_keepTheirOwnRoles() {
        String weak = TestIssuer.token("olga", Set.of("dispatcher"), List.of("370102"));
        String strong = TestIssuer.token("olga", Set.of("operator"), List.of("370102"));
        for (int time = 0; time < 2; time++) {
            refusal(given().auth().oauth2(weak).get(ROOT + "/q/metrics").then(), 403, "forbidden");
            given().auth().oauth2(strong).get(ROOT + "/q/metrics").then().statusCode(200);
        }
    }

    @Test
    void aForgedToken_isRefused() {
        refusal(given().auth().oauth2(TestIssuer.forged()).get(SAMPLES + "/me").then(), 401, "unauthorized");
    }

    @Test
    void anUnsignedToken_isRefused() {
        refusal(
                given().auth()
                        .oauth2(TestIssuer.unsigned())
                        .get(SAMPLES + "/me")
                        .then(),
                401,
                "unauthorized");
    }

    @Test
    void aTokenOfAnotherIssuer_isRefused() {
        refusal(
                given().auth()
                        .oauth2(TestIssuer.ofAnotherIssuer())
                        .get(SAMPLES + "/me")
                        .then(),
                401,
                "unauthorized");
    }

    @Test
    void aBadToken_isRefused_onUnknownPathsToo() {
        refusal(given().auth().oauth2(TestIssuer.forged()).get("/nowhere").then(), 401, "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/openapi"})
    void healthAndDocuments_areOpen(String path) {
        given().get(ROOT + path).then().statusCode(200);
    }

    @Test
    void theDocument_saysWhatHoldsForEveryOperation() {
        given().accept("application/json")
                .get(ROOT + "/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Whistle chassis"))
                .body("components.securitySchemes.bearer.scheme", equalTo("bearer"))
                .body("security[0].bearer", notNullValue())
                .body("components.schemas.Problem.required", hasItems("type", "status"))
                .body(
                        "paths.'/api/chassis/samples'.post.responses.default.content.'application/problem+json'.schema.$ref",
                        equalTo("#/components/schemas/Problem"));
    }

    @Test
    void health_isOpen_evenWithABadToken() {
        given().auth()
                .oauth2(TestIssuer.forged())
                .get(ROOT + "/q/health")
                .then()
                .statusCode(200);
    }

    @Test
    void metrics_areForOperatorsOnly() {
        refusal(dispatcher().get(ROOT + "/q/metrics").then(), 403, "forbidden");
        given().auth()
                .oauth2(TestIssuer.token("olga", Set.of("operator"), List.of()))
                .get(ROOT + "/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("jvm_"));
    }

    @Test
    void aMissingRole_isRefused_byAnnotationAndByCode() {
        refusal(dispatcher().get(SAMPLES + "/roles-allowed").then(), 403, "forbidden");
        refusal(dispatcher().get(SAMPLES + "/role-required").then(), 403, "forbidden")
                .body("detail", equalTo("您的角色不能进行此操作。"));
    }

    @Test
    void theCaller_isReadFromTheToken() {
        dispatcher()
                .get(SAMPLES + "/me")
                .then()
                .statusCode(200)
                .body("account", equalTo("ada"))
                .body("name", equalTo("ada"))
                .body("areas", contains("370102001"))
                .body("department", equalTo("water"))
                .body("sees", equalTo(true));
    }

    @Test
    void anAreaThatIsAPattern_opensNothing() {
        given().auth()
                .oauth2(TestIssuer.token("eve", Set.of("dispatcher"), List.of("%", "______", "37010", "370102%")))
                .get(SAMPLES + "/me")
                .then()
                .statusCode(200)
                .body("areas.size()", equalTo(0))
                .body("sees", equalTo(false));
    }
}
