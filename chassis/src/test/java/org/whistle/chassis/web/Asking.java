package org.whistle.chassis.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;

/** Asks the sample resource, and checks what every refusal has in common. */
final class Asking {

    static final String ROOT = "/api/chassis";
    static final String SAMPLES = ROOT + "/samples";

    private Asking() {}

    static RequestSpecification dispatcher() {
        return given().auth().oauth2(TestIssuer.token("ada", Set.of("dispatcher"), List.of("370102001")));
    }

    static RequestSpecification english() {
        return dispatcher().header("Accept-Language", "en");
    }

    static ValidatableResponse refusal(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:whistle:problem:" + code))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", notNullValue());
    }
}
