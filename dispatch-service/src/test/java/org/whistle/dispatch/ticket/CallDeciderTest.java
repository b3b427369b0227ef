package org.whistle.dispatch.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.dispatch.LegRated;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;
import org.whistle.dispatch.Districts;
import org.whistle.dispatch.draft.Proposal;
import org.whistle.district.Label;

/** Given a ticket, when the branch or the residents whistle, then nobody loses it, and only who may is called. */
class CallDeciderTest {

    private static final Actor WHO = new Actor("branch-370102009001", null);

    private final Scene scene = new Scene();

    @Test
    void residentsWhistle_callsThePropertyCompany_besideWhoHasTheTicket_onItsRunningClock() {
        scene.reported();
        var clock = scene.leg("water-supply").leg().handle();

        scene.accept(call(Whistle.Kind.RESIDENTS, "resident", List.of("property"), 30, 20));

        TicketDispatched event = scene.last(TicketDispatched.class);
        assertThat(event.round()).isEqualTo(2);
        assertThat(event.legs())
                .extracting(leg -> leg.department(), leg -> leg.role())
                .containsExactly(tuple("water-supply", LegRole.LEAD), tuple("property", LegRole.COOPERATING));
        assertThat(event.lead().handle()).isEqualTo(clock);
        assertThat(event.legs().get(1).handle().startedAt()).isEqualTo(scene.story.minute(20));
        assertThat(event.why().decidedBy()).isEqualTo(WHO);
        assertThat(event.whistle())
                .satisfies(whistle -> assertThat(whistle.kind()).isEqualTo(Whistle.Kind.RESIDENTS));
        assertThat(scene.last(AssignmentIssued.class).whistle()).isEqualTo(event.whistle());
    }

    @Test
    void whyItWentThere_saysWhoCalledByTheirRight_andNoRuleIsMadeOfIt() {
        scene.reported();
        scene.accept(call(Whistle.Kind.BRANCH, "branch", List.of("property"), 30, 20));

        Label why = Explanation.of(scene.ticket(), Districts.SAMPLE);
        assertThat(why.zh()).contains("由小区党支部依吹哨权召集，理由：多次反映未果。").doesNotContain("派单员");
        assertThat(why.en())
                .contains("by its right to whistle, because: 多次反映未果.")
                .doesNotContain("dispatcher");
        assertThat(Proposal.of(scene.ticket())).isInstanceOf(Proposal.Offer.NotManual.class);

        Scene residents = new Scene();
        residents.reported();
        residents.accept(call(Whistle.Kind.RESIDENTS, "resident", List.of("property"), 30, 20));
        assertThat(Explanation.of(residents.ticket(), Districts.SAMPLE).zh()).contains("由居民依吹哨权召集");
    }

    @Test
    void whyItWentThere_saysThatADispatcherChose_whereOneDid() {
        scene.reported();
        scene.accept(new TicketCommand.Dispatch(
                "property", List.of(), null, null, null, "现场确认", Scene.BY, scene.story.minute(9)));

        assertThat(Explanation.of(scene.ticket(), Districts.SAMPLE).zh()).contains("由派单员人工决定，理由：现场确认。");
        assertThat(Proposal.of(scene.ticket())).isInstanceOf(Proposal.Offer.Made.class);
    }

    @Test
    void branchWhistle_ofATicketNobodyHas_letsTheFirstCalledLead() {
        scene.begin(scene.story.report().classified("C0105", "a", Urgency.U2).build());
        scene.accept(call(Whistle.Kind.BRANCH, "branch", List.of("community", "property"), 30, 20));

        assertThat(scene.last(TicketDispatched.class).legs())
                .extracting(leg -> leg.department())
                .endsWith("community", "property");
    }

    @Test
    void whoIsCalledTwice_hasOnePart() {
        scene.reported();

        scene.accept(call(Whistle.Kind.BRANCH, "branch", List.of("water-supply", "property"), 30, 20));

        assertThat(scene.last(TicketDispatched.class).legs())
                .extracting(leg -> leg.department())
                .containsExactly("water-supply", "property");
    }

    @Test
    void whistle_isRefused_forBodiesTheDistrictsDataDoesNotGive() {
        scene.reported();

        scene.refuse(call(Whistle.Kind.RESIDENTS, "resident", List.of("police"), 30, 20), Refusal.NOT_YOURS_TO_CALL);
        scene.refuse(call(Whistle.Kind.BRANCH, "resident", List.of("property"), 30, 20), Refusal.NOT_YOURS_TO_CALL);
        scene.refuse(call(Whistle.Kind.BRANCH, "handler", List.of("property"), 30, 20), Refusal.NOT_YOURS_TO_CALL);
        scene.refuse(call(Whistle.Kind.BRANCH, "branch", List.of("asset-owner"), 30, 20), Refusal.NOT_YOURS_TO_CALL);
        scene.refuse(call(Whistle.Kind.BRANCH, "branch", List.of("nobody"), 30, 20), Refusal.UNKNOWN_DEPARTMENT);
        scene.refuse(call(Whistle.Kind.BRANCH, "branch", List.of(), 30, 20), Refusal.NO_INVITEES);
    }

    @Test
    void bodyThatIsReportedOn_isNotCalled() {
        scene.begin(scene.story.report().about("property").build());

        scene.refuse(call(Whistle.Kind.BRANCH, "branch", List.of("property"), 30, 20), Refusal.NOT_YOURS_TO_CALL);
    }

    @Test
    void whistle_undoesNothingTheStreetDecided() {
        scene.reported();
        scene.tell(scene.returned("water-supply", 5), 5);
        scene.refuse(call(Whistle.Kind.BRANCH, "branch", List.of("property"), 30, 20), Refusal.RETURN_UNDECIDED);

        TicketScript rests = TicketScript.dispatched();
        rests.tell(rests.suspension(rests.lead(), rests.minute(60 * 24 * 10), rests.minute(5)), 5);
        UUID request = rests.proceedings().requests().getFirst().requestId();
        rests.accept(new TicketCommand.ApproveRequest(request, "right", Scene.BY, rests.minute(6)));
        rests.refuse(
                call(Whistle.Kind.BRANCH, "branch", List.of("property"), rests.minute(30), rests.minute(20)),
                Refusal.PART_RESTS);
    }

    @Test
    void whistle_isRefused_whileOneIsRunning_afterTheHandling_andForThePast() {
        scene.reported();
        scene.refuse(call(Whistle.Kind.BRANCH, "branch", List.of("property"), 5, 20), Refusal.WHISTLE_PAST);
        scene.accept(call(Whistle.Kind.BRANCH, "branch", List.of("property"), 30, 20));
        scene.refuse(call(Whistle.Kind.BRANCH, "branch", List.of("parks"), 30, 21), Refusal.WHISTLE_RUNNING);
        scene.tell(scene.completed("water-supply", 40), 40);
        scene.refuse(call(Whistle.Kind.BRANCH, "branch", List.of("parks"), 50, 41), Refusal.ALREADY_HANDLED);
    }

    @Test
    void whoHadCalled_rates_once_andOnlyWhatTheyHadCalled() {
        scene.reported();
        scene.accept(call(Whistle.Kind.BRANCH, "branch", List.of("property"), 30, 20));
        UUID called = scene.id("property");
        scene.refuse(rate(called), Refusal.LEG_NOT_COMPLETED);
        scene.tell(scene.completed("property", 40), 40);

        scene.accept(rate(called));

        assertThat(scene.last(LegRated.class))
                .isEqualTo(new LegRated(
                        scene.story.ticketId(),
                        called,
                        "property",
                        Satisfaction.SATISFIED,
                        "来得快",
                        WHO,
                        scene.story.minute(50)));
        scene.refuse(rate(called), Refusal.ALREADY_RATED);
        scene.refuse(rate(UUID.randomUUID()), Refusal.LEG_UNKNOWN);

        Scene plain = new Scene();
        plain.reported();
        plain.tell(plain.completed("water-supply", 40), 40);
        plain.refuse(rate(plain.id("water-supply")), Refusal.NOT_CALLED);
    }

    private TicketCommand rate(UUID assignment) {
        return new TicketCommand.RateCalled(assignment, Satisfaction.SATISFIED, "来得快", WHO, scene.story.minute(50));
    }

    private TicketCommand call(Whistle.Kind kind, String role, List<String> bodies, long meetAt, long at) {
        return call(kind, role, bodies, scene.story.minute(meetAt), scene.story.minute(at));
    }

    private static TicketCommand call(Whistle.Kind kind, String role, List<String> bodies, Instant meetAt, Instant at) {
        return new TicketCommand.CallTogether(
                kind, "车库积水", "一区车库入口", null, meetAt, null, bodies, "多次反映未果", Set.of(role), WHO, at);
    }
}
