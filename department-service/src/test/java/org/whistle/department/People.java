package org.whistle.department;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import org.whistle.testkit.Story;
import org.whistle.testkit.Tokens;

/** Accounts of the tests; the district is {@code 370102}. */
public final class People {

    public static final String DISTRICT = "370102";

    private People() {}

    /** A handler of the story's leading department. */
    public static RequestSpecification handler() {
        return of(Tokens.forAccount("water-supply-1")
                .roles("handler")
                .areas(DISTRICT)
                .department(Story.LEAD));
    }

    /** Their manager. */
    public static RequestSpecification manager() {
        return of(Tokens.forAccount("water-supply-m")
                .roles("manager")
                .areas(DISTRICT)
                .department(Story.LEAD));
    }

    /** A handler of a department given. */
    public static RequestSpecification handlerOf(String department) {
        return of(Tokens.forAccount(department + "-1")
                .roles("handler")
                .areas(DISTRICT)
                .department(department));
    }

    /** A supervisor of an area. */
    public static RequestSpecification supervisor(String area) {
        return of(Tokens.forAccount("supervisor-1").roles("supervisor").areas(area));
    }

    /** Anybody. */
    public static RequestSpecification of(Tokens token) {
        return given().auth().oauth2(token.sign());
    }
}
