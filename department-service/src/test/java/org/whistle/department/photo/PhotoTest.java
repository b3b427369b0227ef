package org.whistle.department.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.department.Fixture;
import org.whistle.department.People;
import org.whistle.testkit.Story;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(
        service = "department",
        topics = {"whistle.assigned.water-supply", "whistle.reply.water-supply"})
class PhotoTest extends Fixture {

    private static final String PHOTO = "/api/department/photos/{id}";

    @Test
    void evidence_isBound_andSeenByThoseWhoMaySeeTheAssignment() throws IOException {
        Story story = accepted();
        String photo = upload(People.handler());
        People.manager().get(PHOTO, photo).then().statusCode(404);
        People.handler().get(PHOTO, photo).then().statusCode(200).contentType("image/png");

        command(People.handler(), story, "completion", "{\"result\": \"已更换。\", \"photos\": [\"" + photo + "\"]}")
                .statusCode(200);

        assertThat(journal.await(AssignmentCompleted.class, story.ticketId()).photos())
                .containsExactly(UUID.fromString(photo));
        People.manager().get(PHOTO, photo).then().statusCode(200);
        People.of(Tokens.forAccount("grid-1").roles("grid-worker").areas(Story.GRID))
                .get(PHOTO, photo)
                .then()
                .statusCode(200);
        People.of(Tokens.forAccount("grid-2").roles("grid-worker").areas("370102009001002"))
                .get(PHOTO, photo)
                .then()
                .statusCode(404);
        People.handlerOf("gas").get(PHOTO, photo).then().statusCode(404);
        People.of(Tokens.forAccount("r").roles("resident"))
                .get(PHOTO, photo)
                .then()
                .statusCode(403);
    }

    @Test
    void foreignPhoto_isRefused_andNothingIsChanged() throws IOException {
        Story story = accepted();
        String photo = upload(People.manager());

        command(People.handler(), story, "completion", "{\"result\": \"x\", \"photos\": [\"" + photo + "\"]}")
                .statusCode(400)
                .body("errors.field", contains("photos"));
        awaitState(story.assignmentId(), "accepted");
    }

    @Test
    void photoOfAnotherAssignment_isRefused() throws IOException {
        Story first = accepted();
        Story second = accepted();
        String photo = upload(People.handler());
        String note = "{\"note\": \"x\", \"photos\": [\"" + photo + "\"]}";

        command(People.handler(), first, "progress-notes", note).statusCode(200);
        command(People.handler(), first, "progress-notes", note).statusCode(200);
        command(People.handler(), second, "progress-notes", note).statusCode(400);
    }

    @Test
    void whatIsNoPhoto_isRefused() {
        People.handler()
                .contentType("image/jpeg")
                .body("no photo at all".getBytes())
                .post("/api/department/photos")
                .then()
                .statusCode(415);
        People.handler()
                .contentType("text/plain")
                .body("no photo at all")
                .post("/api/department/photos")
                .then()
                .statusCode(415);
    }
}
