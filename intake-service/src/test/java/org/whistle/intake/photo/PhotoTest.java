package org.whistle.intake.photo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Topics;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.intake.Intake;
import org.whistle.testkit.Database;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Story;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "intake")
class PhotoTest {

    private static final String PHOTOS = Intake.BASE + "/photos";
    private static final String SECRET = "GPS 36.6612 117.0702";

    @BeforeEach
    void district() {
        Intake.loadDistrict();
    }

    @Test
    void photo_isKept_withoutWhatTheCameraWrote() throws IOException {
        byte[] taken = withExif(picture("jpeg"));
        String owner = Intake.resident(Intake.someone("resident"));
        assertThat(new String(taken, StandardCharsets.ISO_8859_1)).contains(SECRET);

        UUID photo = uploaded(owner, taken);

        Response kept = given().auth().oauth2(owner).get(PHOTOS + "/" + photo);
        kept.then().statusCode(200).contentType("image/jpeg");
        byte[] bytes = kept.asByteArray();
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET)
                .doesNotContain("Exif");
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth()).isEqualTo(40);
    }

    @Test
    void photo_isNobodyElses_untilItIsInAReport() throws IOException {
        UUID photo = uploaded(Intake.resident(Intake.someone("resident")), picture("png"));

        fetches(Intake.resident(Intake.someone("resident")), photo, 404);
        fetches(Intake.staff("dispatcher", "370102009"), photo, 404);
        fetches(Intake.resident("resident-1"), UUID.randomUUID(), 404);
    }

    @Test
    void photoOfAReport_isFetched_byWhoMaySeeTheReport() throws IOException {
        String owner = Intake.resident(Intake.someone("resident"));
        UUID photo = uploaded(owner, picture("jpeg"));
        UUID id;
        try (TopicReader reader = TopicReader.fromNow(Topics.JOURNAL)) {
            id = Intake.filed(owner, Intake.body().photos(List.of(photo)));
            assertThat(reader.await(ReportFiled.class, id).photos()).containsExactly(photo);
        }
        fetches(Intake.staff("dispatcher", "370102009"), photo, 200);
        fetches(Intake.staff("dispatcher", "370102008"), photo, 404);
        fetches(Intake.handler(Story.LEAD, "370102"), photo, 404);

        try (Journal journal = Journal.open()) {
            journal.publish(
                    new Story(id, Journal.newId(), Journal.newId(), Story.LEAD, Instant.now()).ticketDispatched());
        }
        await().untilAsserted(() -> fetches(Intake.handler(Story.LEAD, "370102"), photo, 200));
        fetches(Intake.handler("gas", "370102"), photo, 404);
        fetches(Intake.handler(Story.LEAD, "370102008"), photo, 404);
    }

    @Test
    void report_isRefused_withPhotosThatAreNotItsOwn() throws IOException {
        String account = Intake.someone("resident");
        String owner = Intake.resident(account);
        UUID used = uploaded(owner, picture("jpeg"));
        Intake.filed(owner, Intake.body().photos(List.of(used)));
        UUID strangers = uploaded(Intake.resident(Intake.someone("stranger")), picture("jpeg"));
        UUID own = uploaded(owner, picture("jpeg"));
        Intake.Body body = Intake.body().photos(List.of(own, used, strangers, UUID.randomUUID()));

        Intake.file(owner, body)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:whistle:problem:photo-not-yours"))
                .body("errors.field", contains("photos[1]", "photos[2]", "photos[3]"));

        Database database = Database.of("intake");
        assertThat(database.number("select count(*) from report where account = ?", account))
                .isEqualTo(1);
        assertThat(database.number("select count(*) from photo where id = ? and bound_to is null", own))
                .isEqualTo(1);
        Intake.filed(owner, body.photos(List.of(own)));
    }

    @Test
    void sameReport_isAnsweredTheSame_withItsPhotos() throws IOException {
        String owner = Intake.resident(Intake.someone("resident"));
        Intake.Body body = Intake.body().photos(List.of(uploaded(owner, picture("jpeg"))));

        String first = Intake.file(owner, body).then().statusCode(201).extract().asString();

        assertThat(Intake.file(owner, body).then().statusCode(200).extract().asString())
                .isEqualTo(first);
    }

    @Test
    void whatIsNoPhoto_isRefused() {
        String owner = Intake.resident(Intake.someone("resident"));
        upload(owner, "<svg/>".getBytes(StandardCharsets.UTF_8)).then().statusCode(415);
        upload(owner, new byte[0]).then().statusCode(400);
        given().auth()
                .oauth2(owner)
                .contentType("text/plain")
                .body("hello")
                .post(PHOTOS)
                .then()
                .statusCode(415);
        upload(owner, new byte[10 * 1024 * 1024 + 1]).then().statusCode(413);
        upload(Intake.staff("leader", "370102"), new byte[1]).then().statusCode(403);
        given().contentType("image/jpeg").body(new byte[1]).post(PHOTOS).then().statusCode(401);
    }

    private static UUID uploaded(String token, byte[] bytes) {
        return UUID.fromString(
                upload(token, bytes).then().statusCode(201).extract().path("id"));
    }

    private static Response upload(String token, byte[] bytes) {
        return given().auth()
                .oauth2(token)
                .contentType("application/octet-stream")
                .body(bytes)
                .post(PHOTOS);
    }

    private static void fetches(String token, UUID photo, int status) {
        given().auth().oauth2(token).get(PHOTOS + "/" + photo).then().statusCode(status);
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    /** Puts an APP1 segment behind the start marker, as a camera does. */
    private static byte[] withExif(byte[] jpeg) throws IOException {
        byte[] exif = ("Exif\0\0MM\0*\0\0\0\b\0\0" + SECRET).getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) ((exif.length + 2) >> 8), (byte) (exif.length + 2)});
        out.write(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
