package org.whistle.dispatch.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentRecalled;
import org.whistle.contracts.dispatch.LegRated;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.ReworkAssigned;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.contracts.dispatch.Why;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Story;

/** Given a ticket, when the street whistles and bodies come, then who is called, what is noted, and what is refused. */
class WhistleDeciderTest {

    private final Scene scene = new Scene();
    private final Story story = scene.story;

    // ---- blowing it

    @Test
    void whistle_fromTheQueue_callsLeadAndInvitees_eachWithItsOwnClocks() {
        scene.queued();
        scene.accept(whistle(Whistle.Kind.ENFORCEMENT, "law-enforcement", List.of("market", "police"), 30, 10));
        TicketDispatched event = scene.last(TicketDispatched.class);
        assertThat(event.round()).isEqualTo(1);
        assertThat(event.why().basis()).isEqualTo(Why.Basis.MANUAL);
        assertThat(event.legs())
                .extracting(leg -> leg.department(), leg -> leg.role())
                .containsExactly(
                        tuple("law-enforcement", LegRole.LEAD),
                        tuple("market", LegRole.COOPERATING),
                        tuple("police", LegRole.COOPERATING));
        assertThat(event.legs()).allSatisfy(leg -> {
            assertThat(leg.accept().dueAt()).isEqualTo(story.minute(25));
            assertThat(leg.handle().dueAt()).isEqualTo(story.minute(130));
            assertThat(leg.task()).isNull();
        });
        Whistle whistle = event.whistle();
        assertThat(whistle).isNotNull();
        assertThat(whistle.kind()).isEqualTo(Whistle.Kind.ENFORCEMENT);
        assertThat(whistle.position()).isEqualTo(Story.POSITION);
        assertThat(whistle.meetAt()).isEqualTo(story.minute(30));
        assertThat(whistle.checkInBy()).isNull();
        assertThat(scene.all(AssignmentIssued.class)).hasSize(3).allSatisfy(issued -> assertThat(issued.whistle())
                .isEqualTo(whistle));
    }

    @Test
    void emergencyWhistle_mayMeetNow_andSaysByWhenToCheckIn() {
        scene.queued();
        scene.accept(whistle(Whistle.Kind.EMERGENCY, "emergency", List.of("fire"), 10, 10));
        assertThat(scene.last(TicketDispatched.class).whistle())
                .satisfies(whistle -> assertThat(whistle.checkInBy()).isEqualTo(story.minute(40)));
    }

    @Test
    void otherWhistle_hasACheckIn_whenTheStreetAsksForOne() {
        scene.queued();
        scene.accept(whistle(Whistle.Kind.BRANCH, "community", List.of("property"), 60, story.minute(75), 10));
        assertThat(scene.last(TicketDispatched.class).whistle())
                .satisfies(whistle -> assertThat(whistle.checkInBy()).isEqualTo(story.minute(75)));
    }

    @Test
    void whistle_fromADispatchedTicket_recallsWhoHadIt_andALeadThatStaysKeepsItsClock() {
        scene.reported();
        scene.accept(whistle(Whistle.Kind.DAILY, "water-supply", List.of("parks"), 30, 20));
        TicketDispatched event = scene.last(TicketDispatched.class);
        assertThat(event.round()).isEqualTo(2);
        assertThat(event.lead().handle().dueAt()).isEqualTo(story.minute(120));
        assertThat(event.legs().get(1).handle().dueAt()).isEqualTo(story.minute(140));
        assertThat(scene.all(AssignmentRecalled.class)).hasSize(1);
    }

    @Test
    void whistle_isRefused_toThePast_tooFarAhead_orWithAWrongCheckIn() {
        scene.queued();
        scene.refuse(whistle(Whistle.Kind.DAILY, "parks", List.of("market"), 8, 10), Refusal.WHISTLE_PAST);
        scene.refuse(
                whistle(Whistle.Kind.DAILY, "parks", List.of("market"), 366 * 24 * 60, 1), Refusal.MEETING_TOO_FAR);
        scene.refuse(
                whistle(Whistle.Kind.DAILY, "parks", List.of("market"), 30, story.minute(29), 10),
                Refusal.CHECK_IN_BEFORE_MEETING);
        scene.refuse(
                whistle(Whistle.Kind.EMERGENCY, "parks", List.of("market"), 30, story.minute(40), 10),
                Refusal.CHECK_IN_FIXED);
        scene.accept(whistle(Whistle.Kind.DAILY, "parks", List.of("market"), 9, 10));
    }

    @Test
    void whistle_isRefused_withoutInvitees_withTheLeadAmongThem_orToBodiesTwiceOrUnknown() {
        scene.queued();
        scene.refuse(whistle(Whistle.Kind.DAILY, "parks", List.of(), 30, 10), Refusal.NO_INVITEES);
        scene.refuse(whistle(Whistle.Kind.DAILY, "parks", List.of("parks"), 30, 10), Refusal.LEAD_INVITED);
        scene.refuse(whistle(Whistle.Kind.DAILY, "parks", List.of("gas", "gas"), 30, 10), Refusal.DEPARTMENT_TWICE);
        scene.refuse(whistle(Whistle.Kind.DAILY, "parks", List.of("nobody"), 30, 10), Refusal.UNKNOWN_DEPARTMENT);
        scene.refuse(whistle(Whistle.Kind.DAILY, "nobody", List.of("gas"), 30, 10), Refusal.UNKNOWN_DEPARTMENT);
    }

    @Test
    void whistle_isRefused_withoutAClassification_duringAReturn_afterTheHandling_andAfterTheEnd() {
        scene.queued();
        scene.refuse(
                new TicketCommand.BlowWhistle(
                        Whistle.Kind.DAILY,
                        "s",
                        "v",
                        null,
                        story.minute(30),
                        null,
                        "parks",
                        List.of("gas"),
                        null,
                        null,
                        "because",
                        Scene.BY,
                        story.minute(10)),
                Refusal.CLASSIFICATION_REQUIRED);
        Scene other = new Scene().reported();
        other.tell(other.returned("water-supply", 5), 5);
        TicketCommand command = whistle(Whistle.Kind.DAILY, "parks", List.of("gas"), 30, 10);
        other.refuse(command, Refusal.RETURN_UNDECIDED);
        other.accept(other.approve("drainage", 6));
        other.tell(other.completed("drainage", 7), 7);
        other.refuse(command, Refusal.ALREADY_HANDLED);
        other.tell(other.story.ticketClosed(TicketClosed.Outcome.SOLVED), 8);
        other.refuse(command, Refusal.TICKET_ENDED);
    }

    // ---- what the bodies do

    @Test
    void checkIn_isKeptOnTheLeg_andTheFirstCounts() {
        called();
        scene.tell(scene.accepted("fire", 12), 12);
        scene.tell(scene.checkedIn("fire", 40, 25), 25);
        scene.tell(scene.checkedIn("fire", 3, 60), 60);
        assertThat(scene.leg("fire").acceptedAt()).isEqualTo(story.minute(12));
        assertThat(scene.leg("fire").noted().checkIn())
                .isEqualTo(new LegNotes.CheckIn(story.minute(25), Story.POSITION, 40));
        assertThat(scene.leg("emergency").noted().checkIn()).isNull();
    }

    @Test
    void checkInOfALegThatEnded_changesNothing() {
        called();
        var ended = scene.id("fire");
        scene.accept(whistle(Whistle.Kind.DAILY, "parks", List.of("gas"), 30, 20));
        Ticket before = scene.ticket();
        scene.tell(scene.checkedIn(ended, "fire", 3, 25), 25);
        assertThat(scene.ticket()).isEqualTo(before);
        scene.tell(story.ticketClosed(TicketClosed.Outcome.SOLVED), 30);
        Ticket closed = scene.ticket();
        scene.tell(scene.checkedIn("gas", 3, 31), 31);
        assertThat(scene.ticket()).isEqualTo(closed);
    }

    @Test
    void ticket_isCompleted_whenEveryLegHasReported() {
        called();
        scene.tell(scene.checkedIn("emergency", 3, 20), 20);
        scene.tell(scene.completed("emergency", 30), 30);
        scene.tell(scene.completed("fire", 40), 40);
        assertThat(scene.ticket().status()).isEqualTo(TicketStatus.DISPATCHED);
        scene.tell(scene.completed("police", 50), 50);
        assertThat(scene.ticket().status()).isEqualTo(TicketStatus.COMPLETED);
        assertThat(scene.leg("emergency").noted().result()).isEqualTo(new LegNotes.Result("done by emergency", null));
        assertThat(scene.leg("emergency").noted().checkIn()).isNotNull();
    }

    @Test
    void cooperatingLegsReturn_endsItAlone_andLeavesTheOthersUntouched() {
        called();
        scene.tell(scene.checkedIn("police", 7, 15), 15);
        scene.tell(scene.completed("police", 16), 16);
        LegState lead = scene.leg("emergency");
        LegState police = scene.leg("police");
        scene.tell(scene.returned("fire", 17), 17);
        scene.accept(scene.approve(null, 18));
        assertThat(scene.ticket().legs()).containsExactly(lead, police);
        assertThat(scene.ticket().lastOrder().orElseThrow().whistle()).isNotNull();
        assertThat(scene.ticket().status()).isEqualTo(TicketStatus.DISPATCHED);
        scene.tell(scene.completed("emergency", 30), 30);
        assertThat(scene.ticket().status()).isEqualTo(TicketStatus.COMPLETED);
    }

    @Test
    void leadsReturn_goesTheUsualWay_andTheWhistleEnds() {
        called();
        scene.tell(scene.returned("emergency", 12), 12);
        scene.accept(scene.approve("parks", 18));
        assertThat(scene.last(TicketDispatched.class).whistle()).isNull();
        assertThat(scene.all(AssignmentRecalled.class))
                .extracting(AssignmentRecalled::department)
                .containsExactly("emergency", "fire", "police");
    }

    @Test
    void twoReturnsAtOnce_ofWhichTheLeadsIsApproved_leaveNoneUndecided() {
        called();
        scene.tell(scene.returned("emergency", 12), 12);
        TicketCommand leads = scene.approve("parks", 18);
        scene.tell(scene.returned("fire", 13), 13);
        scene.accept(leads);
        assertThat(scene.ticket().status()).isEqualTo(TicketStatus.DISPATCHED);
        assertThat(scene.ticket().returns()).noneMatch(ReturnCase::pending);
    }

    @Test
    void reopenedWhistle_goesToTheSameBodies_andCallsNobodyToAPlace() {
        called();
        for (String body : List.of("emergency", "fire", "police")) {
            scene.tell(scene.completed(body, 30), 30);
        }
        scene.tell(story.ticketReopened(1), 200);
        TicketDispatched event = scene.last(TicketDispatched.class);
        assertThat(event.legs()).extracting(leg -> leg.department()).containsExactly("emergency", "fire", "police");
        assertThat(event.whistle()).isNull();
    }

    // ---- rating

    @Test
    void rating_isGivenOnce_forACompletedLeg() {
        called();
        TicketCommand rate = rate("fire", Satisfaction.FAIR, 40);
        scene.refuse(rate, Refusal.LEG_NOT_COMPLETED);
        scene.tell(scene.completed("fire", 30), 30);
        scene.accept(rate);
        assertThat(scene.last(LegRated.class).department()).isEqualTo("fire");
        assertThat(scene.leg("fire").noted().rating())
                .isEqualTo(new LegNotes.Rating(Satisfaction.FAIR, "slow", Scene.BY, story.minute(40)));
        assertThat(scene.leg("police").noted()).isEqualTo(LegNotes.NONE);
        scene.refuse(rate, Refusal.ALREADY_RATED);
        scene.refuse(
                new TicketCommand.RateLeg(Journal.newId(), Satisfaction.FAIR, null, Scene.BY, story.minute(41)),
                Refusal.LEG_UNKNOWN);
    }

    @Test
    void rework_isANewCompletion_thatMayBeRatedAgain() {
        called();
        scene.tell(scene.completed("fire", 30), 30);
        scene.accept(rate("fire", Satisfaction.UNSATISFIED, 40));
        scene.tell(scene.rework("fire", 50), 50);
        assertThat(scene.last(ReworkAssigned.class).department()).isEqualTo("fire");
        scene.refuse(rate("fire", Satisfaction.SATISFIED, 55), Refusal.LEG_NOT_COMPLETED);
        scene.tell(scene.completed("fire", 60), 60);
        scene.accept(rate("fire", Satisfaction.SATISFIED, 61));
        assertThat(scene.all(LegRated.class)).hasSize(2);
    }

    @Test
    void rating_isGivenToAPastCompletion_andToAClosedTicket_butNotToARecalledLeg() {
        called();
        TicketCommand fire = rate("fire", Satisfaction.SATISFIED, 40);
        TicketCommand police = rate("police", Satisfaction.SATISFIED, 40);
        scene.tell(scene.completed("fire", 20), 20);
        scene.accept(whistle(Whistle.Kind.DAILY, "parks", List.of("gas"), 30, 21));
        scene.accept(fire);
        scene.refuse(fire, Refusal.ALREADY_RATED);
        scene.refuse(police, Refusal.LEG_NOT_COMPLETED);
        scene.tell(scene.completed("parks", 30), 30);
        TicketCommand parks = rate("parks", Satisfaction.SATISFIED, 60);
        scene.tell(story.ticketClosed(TicketClosed.Outcome.SOLVED), 50);
        scene.accept(parks);
        scene.refuse(parks, Refusal.ALREADY_RATED);
        assertThat(scene.ticket().status()).isEqualTo(TicketStatus.CLOSED);
    }

    // ---- words of the tests

    /** An emergency whistle to emergency, fire and police, blown in minute 10. */
    private void called() {
        scene.queued();
        scene.accept(whistle(Whistle.Kind.EMERGENCY, "emergency", List.of("fire", "police"), 10, 10));
    }

    private TicketCommand whistle(Whistle.Kind kind, String lead, List<String> invitees, long meet, long minute) {
        return whistle(kind, lead, invitees, meet, null, minute);
    }

    private TicketCommand whistle(
            Whistle.Kind kind,
            String lead,
            List<String> invitees,
            long meet,
            @Nullable Instant checkInBy,
            long minute) {
        return new TicketCommand.BlowWhistle(
                kind,
                "占道经营反复发生",
                "甸柳新村一区3号楼北侧",
                null,
                story.minute(meet),
                checkInBy,
                lead,
                invitees,
                "C0105",
                "a",
                "because",
                Scene.BY,
                story.minute(minute));
    }

    private TicketCommand rate(String department, Satisfaction rating, long minute) {
        return new TicketCommand.RateLeg(scene.id(department), rating, "slow", Scene.BY, story.minute(minute));
    }
}
