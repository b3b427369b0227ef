package org.whistle.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Topics;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentRecalled;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.contracts.dispatch.AssetOwnerRegistered;
import org.whistle.contracts.dispatch.LegTask;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.Why;
import org.whistle.dispatch.routing.store.RegisteredAssets;
import org.whistle.testkit.Database;
import org.whistle.testkit.Story;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

/** The manhole cover with an unreadable mark, on the real broker and the real database. */
@QuarkusTest
@WithWhistle(service = "dispatch")
class IdentificationWhistleTest extends ServiceTest {

    @Inject
    RegisteredAssets register;

    private static final Map<String, Object> ASK =
            Map.of("subject", "井盖标识不清，无法辨认权属。", "venue", "甸柳新村一区3号楼北侧", "reason", "登记簿中查不到");

    @Test
    void bodyThatClaimsIt_getsIt_andSoDoesTheNextReportFromThere() {
        Story story = unreadable(117.051);
        long version = awaitState(story.ticketId(), "queued");
        as(dispatcher())
                .get("/api/dispatch/tickets/" + story.ticketId())
                .then()
                .statusCode(200)
                .body("queue.reason", equalTo("several-answers"))
                .body("queue.identification.candidates", hasSize(8))
                .body("queue.identification.makeSafe", hasItem("street"))
                .body("availableActions", hasItem("identification"));
        identify(story, version);
        AssignmentIssued makeSafe = issued("law-enforcement", story.ticketId(), 1);
        assertThat(makeSafe.task()).isEqualTo(LegTask.MAKE_SAFE);
        assertThat(makeSafe.handle().dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(2)));
        AssignmentIssued telecom = issued("telecom", story.ticketId(), 1);
        assertThat(telecom.task()).isEqualTo(LegTask.IDENTIFY);
        assertThat(telecom.handle().dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        journal.publish(answer(issued("gas", story.ticketId(), 1), false));
        journal.publish(answer(telecom, true));
        AssignmentIssued repair = issued("telecom", story.ticketId(), 2);
        assertThat(repair.task()).isNull();
        assertThat(issued("law-enforcement", story.ticketId(), 2).handle()).isEqualTo(makeSafe.handle());
        try (TopicReader power = TopicReader.fromBeginning(Topics.assigned("power"))) {
            power.await(AssignmentRecalled.class, story.ticketId());
        }
        AssetOwnerRegistered owner = events.await(AssetOwnerRegistered.class, story.ticketId());
        assertThat(owner.department()).isEqualTo("telecom");
        as(dispatcher())
                .header("Accept-Language", "en")
                .get("/api/dispatch/tickets/" + story.ticketId() + "/reason")
                .then()
                .body("basis", equalTo("asset-owner"))
                .body("facts.assetOwner", equalTo("telecom"))
                .body("text", containsString("Telecom company said it is its own"));
        awaitOwner(owner.assetId(), "telecom");
        Story next = unreadable(117.0511);
        TicketDispatched dispatched = events.await(TicketDispatched.class, next.ticketId());
        assertThat(dispatched.lead().department()).isEqualTo("telecom");
        assertThat(dispatched.why().basis()).isEqualTo(Why.Basis.ASSET_OWNER);
        assertThat(dispatched.why().facts()).contains("registeredAsset=" + owner.assetId());
    }

    @Test
    void nobodyClaimsIt_theBackstopRepairsIt_andTheDistrictFixesTheOwner() {
        Story story = unreadable(117.055);
        long version = awaitState(story.ticketId(), "queued");
        identify(story, version);
        AssignmentIssued gas = issued("gas", story.ticketId(), 1);
        journal.publish(answer(gas, false));
        awaitVersion(story.ticketId(), version + 2);
        clock.stopAt(gas.handle().dueAt());
        AssignmentIssued repair = issued("urban-management", story.ticketId(), 2);
        assertThat(repair.task()).isNull();
        as(administrator())
                .get("/api/dispatch/tickets/" + story.ticketId())
                .then()
                .statusCode(200)
                .body("whistle", nullValue())
                .body("legs[0].department", equalTo("urban-management"))
                .body("availableActions", hasItem("asset-owner"));
        as(dispatcher())
                .get("/api/dispatch/tickets/" + story.ticketId() + "/reason")
                .then()
                .body("text", containsString("兜底"))
                .body("facts.ownerBy", equalTo("backstop"));
        String path = "/tickets/" + story.ticketId() + "/asset-owner";
        long now = version(story.ticketId());
        post(dispatcher(), path, now, Map.of("department", "heating", "reason", "x"))
                .statusCode(403);
        post(administrator(), path, now, Map.of("department", "nobody", "reason", "x"))
                .statusCode(422)
                .body("type", equalTo("urn:whistle:problem:unknown-department"));
        post(administrator(), path, now, Map.of("department", "heating", "reason", "x", "assetId", "a b"))
                .statusCode(400)
                .body("errors.field", hasItem("assetId"));
        String asset = "370102009-C0123-" + story.ticketId().toString().substring(24);
        post(administrator(), path, now, Map.of("department", "heating", "reason", "经区里确定。", "assetId", asset))
                .statusCode(200);
        assertThat(events.await(AssetOwnerRegistered.class, story.ticketId())
                        .by()
                        .account())
                .isEqualTo("administrator");
        awaitOwner(asset, "heating");
        Story next = Story.begin();
        journal.publish(next.report()
                .classified("C0123", "b", Urgency.U1)
                .asset(asset, null)
                .at(117.2, 36.7)
                .build());
        assertThat(events.await(TicketDispatched.class, next.ticketId()).lead().department())
                .isEqualTo("heating");
    }

    @Test
    void badIdentification_isRefusedInWords() {
        Story story = Story.begin();
        journal.publish(story.report().classified("E0101", "a", Urgency.U2).build());
        long version = awaitState(story.ticketId(), "dispatched");
        String path = "/tickets/" + story.ticketId() + "/identification";
        post(dispatcher(), path, version, ASK)
                .statusCode(422)
                .body("type", equalTo("urn:whistle:problem:no-component"));
        post(dispatcher(), path, version, Map.of("venue", "x"))
                .statusCode(400)
                .body("errors.field", hasItem("subject"));
        post(administrator(), path, version, ASK).statusCode(403);
    }

    /** A cover of unknown owner, nothing readable on it; each test at a place of its own. */
    private Story unreadable(double longitude) {
        Story story = Story.begin();
        journal.publish(story.report()
                .ticketNo("370102009-20260302-"
                        + story.ticketId().toString().substring(24, 30).toUpperCase(Locale.ROOT))
                .classified("C0123", "a", Urgency.U0)
                .asset(null, null)
                .at(longitude, 36.66)
                .build());
        return story;
    }

    private void identify(Story story, long version) {
        post(dispatcher(), "/tickets/" + story.ticketId() + "/identification", version, ASK)
                .statusCode(200)
                .body("lead", equalTo("street"));
        post(dispatcher(), "/tickets/" + story.ticketId() + "/identification", version + 1, ASK)
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:identification-running"));
    }

    private void awaitVersion(UUID ticket, long version) {
        Awaitility.await("version " + version).atMost(Duration.ofSeconds(20)).until(() -> version(ticket) >= version);
    }

    /** Waits until the register has taken it over from the database. */
    private void awaitOwner(String asset, String department) {
        Awaitility.await("owner of " + asset).atMost(Duration.ofSeconds(20)).until(() -> register.byId(asset)
                .filter(owner -> owner.department().equals(department))
                .isPresent());
        assertThat(Database.of("dispatch").number("select count(*) from registered_asset where asset_id = ?", asset))
                .isEqualTo(1);
    }

    private static OwnershipAnswered answer(AssignmentIssued issued, boolean mine) {
        return new OwnershipAnswered(
                issued.ticketId(),
                issued.assignmentId(),
                issued.department(),
                mine,
                "管线图",
                new Actor(issued.department() + "-1", issued.department()),
                issued.issuedAt().plusSeconds(60));
    }
}
