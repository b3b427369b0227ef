package org.whistle.testkit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithWhistle(service = "intake", topics = "whistle.assigned.drainage")
class WithWhistleTest {

    private static Tokens worker() {
        return Tokens.forAccount("grid-1").roles("grid-worker").areas("370102009001001");
    }

    @Test
    void token_isTaken_withItsClaims() {
        given().auth()
                .oauth2(worker().department("drainage").sign())
                .get("/who-am-i")
                .then()
                .statusCode(200)
                .body(equalTo("grid-1 [\"370102009001001\"] drainage "
                        + Stores.shared().postgresPort()));
    }

    @Test
    void departmentClaim_isAbsent_whenNull() {
        given().auth()
                .oauth2(worker().department(null).sign())
                .get("/who-am-i")
                .then()
                .statusCode(200)
                .body(equalTo(
                        "grid-1 [\"370102009001001\"] null " + Stores.shared().postgresPort()));
    }

    @Test
    void call_isRefused_withoutAToken() {
        given().get("/who-am-i").then().statusCode(401);
    }

    @Test
    void expiredToken_isRefused() {
        given().auth().oauth2(worker().expired().sign()).get("/who-am-i").then().statusCode(401);
    }

    @Test
    void forgedToken_isRefused() {
        given().auth().oauth2(worker().forged().sign()).get("/who-am-i").then().statusCode(401);
    }

    @Test
    void tokenOfAnotherIssuer_isRefused() {
        given().auth()
                .oauth2(worker().issuer("http://elsewhere").sign())
                .get("/who-am-i")
                .then()
                .statusCode(401);
    }

    @Test
    void otherRole_isForbidden() {
        given().auth()
                .oauth2(Tokens.forAccount("leader-1").roles("leader").sign())
                .get("/who-am-i")
                .then()
                .statusCode(403);
    }
}
