package org.whistle.dispatch.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Actor;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.Message;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.assignment.AssignmentContinued;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentRecalled;
import org.whistle.contracts.assignment.AssignmentReworked;
import org.whistle.contracts.assignment.AssignmentSettled;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.contracts.dispatch.HandlingPaused;
import org.whistle.contracts.dispatch.ReturnApproved;
import org.whistle.contracts.dispatch.ReturnRefused;
import org.whistle.contracts.dispatch.ReworkAssigned;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.TicketNotAccepted;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.dispatch.Why;
import org.whistle.contracts.feedback.ReworkOrdered;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.dispatch.Districts;
import org.whistle.dispatch.policy.PolicyBook;
import org.whistle.dispatch.policy.PolicyVersion;
import org.whistle.dispatch.routing.OwnerRegister;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Story;

/** Given what happened, when somebody decides or something is told, then these messages follow. */
class TicketDeciderTest {

    private static final PolicyVersion SAMPLE = PolicyVersion.of(Districts.SAMPLE);
    private static final Actor BY = new Actor("dispatcher-009", null);

    private final TicketLife life = new TicketLife(new OnePolicy(), OwnerRegister.NONE, Journal::newId);
    private final Story story = Story.begin();
    private final List<Message> told = new ArrayList<>();
    private @Nullable Ticket ticket;

    // ---- the beginning

    @Test
    void report_isDispatched_whenTheRulesHaveOneAnswer() {
        reported();
        TicketDispatched event = last(TicketDispatched.class);
        assertThat(event.round()).isEqualTo(1);
        assertThat(event.lead().department()).isEqualTo("water-supply");
        assertThat(event.lead().accept().dueAt()).isEqualTo(story.minute(15));
        assertThat(event.lead().handle().dueAt()).isEqualTo(story.minute(120));
        assertThat(last(AssignmentIssued.class).returnsLeft()).isEqualTo(1);
        assertThat(last(AssignmentIssued.class).returnBy()).isEqualTo(story.minute(30));
        assertThat(ticket().status()).isEqualTo(TicketStatus.DISPATCHED);
    }

    @Test
    void report_isQueued_whenNobodyClassifiedIt() {
        queued();
        assertThat(last(TicketQueued.class).reason()).isEqualTo(TicketQueued.Reason.UNCLASSIFIED);
        assertThat(ticket().status()).isEqualTo(TicketStatus.QUEUED);
        assertThat(told).hasSize(1);
    }

    // ---- dispatch by a person

    @Test
    void queuedTicket_isDispatched_toALeadAndCooperatingBodies() {
        queued();
        accept(dispatch("power", List.of("parks"), "C0105", "b", 10));
        TicketDispatched event = last(TicketDispatched.class);
        assertThat(event.legs()).extracting(leg -> leg.department()).containsExactly("power", "parks");
        assertThat(event.why().basis()).isEqualTo(Why.Basis.MANUAL);
        assertThat(all(AssignmentIssued.class)).hasSize(2);
        assertThat(ticket().status()).isEqualTo(TicketStatus.DISPATCHED);
    }

    @Test
    void dispatch_isRefused_withoutAClassification() {
        queued();
        refuse(dispatch("power", List.of(), null, null, 10), Refusal.CLASSIFICATION_REQUIRED);
    }

    @Test
    void dispatch_isRefused_underAnUnknownClassification() {
        queued();
        refuse(dispatch("power", List.of(), "C0105", "z", 10), Refusal.UNKNOWN_CLASSIFICATION);
    }

    @Test
    void dispatch_isRefused_toAnUnknownBody_orOneNamedTwice() {
        queued();
        refuse(dispatch("nobody", List.of(), "C0105", "a", 10), Refusal.UNKNOWN_DEPARTMENT);
        refuse(dispatch("power", List.of("nobody"), "C0105", "a", 10), Refusal.UNKNOWN_DEPARTMENT);
        refuse(dispatch("power", List.of("power"), "C0105", "a", 10), Refusal.DEPARTMENT_TWICE);
        refuse(dispatch("power", List.of("gas", "gas"), "C0105", "a", 10), Refusal.DEPARTMENT_TWICE);
    }

    @Test
    void dispatchedTicket_goesToAnotherLead_andTheFirstIsRecalled() {
        reported();
        accept(dispatch("drainage", List.of(), null, null, 10));
        assertThat(last(AssignmentRecalled.class).cause()).isEqualTo(AssignmentRecalled.Cause.RE_DISPATCHED);
        assertThat(last(TicketDispatched.class).round()).isEqualTo(2);
        assertThat(last(TicketDispatched.class).lead().handle().dueAt()).isEqualTo(story.minute(130));
    }

    @Test
    void sameLeadAgain_keepsItsRunningClock() {
        reported();
        accept(dispatch("water-supply", List.of("water-affairs"), null, null, 10));
        assertThat(last(TicketDispatched.class).lead().handle().dueAt()).isEqualTo(story.minute(120));
        assertThat(last(TicketDispatched.class).legs().get(1).handle().dueAt()).isEqualTo(story.minute(130));
    }

    @Test
    void dispatch_isRefused_whileAReturnIsUndecided_afterTheLeadHasHandled_andAfterTheEnd() {
        reported();
        tell(requested(20), 20);
        refuse(dispatch("gas", List.of(), null, null, 21), Refusal.RETURN_UNDECIDED);
        accept(new TicketCommand.RefuseReturn(story.returnId(), "no", BY, story.minute(22)));
        tell(completed(30), 30);
        refuse(dispatch("gas", List.of(), null, null, 31), Refusal.ALREADY_HANDLED);
        tell(story.ticketClosed(TicketClosed.Outcome.SOLVED), 40);
        refuse(dispatch("gas", List.of(), null, null, 41), Refusal.TICKET_ENDED);
    }

    // ---- non-acceptance

    @Test
    void queuedTicket_isNotAccepted() {
        queued();
        accept(refuseAcceptance());
        assertThat(last(TicketNotAccepted.class).channel()).isEqualTo("court");
        assertThat(ticket().status()).isEqualTo(TicketStatus.NOT_ACCEPTED);
        refuse(refuseAcceptance(), Refusal.TICKET_ENDED);
        refuse(dispatch("gas", List.of(), "C0105", "a", 41), Refusal.TICKET_ENDED);
    }

    @Test
    void nonAcceptance_isRefused_onceBodiesHaveIt() {
        reported();
        refuse(refuseAcceptance(), Refusal.ALREADY_DISPATCHED);
        tell(story.ticketClosed(TicketClosed.Outcome.SOLVED), 40);
        refuse(refuseAcceptance(), Refusal.TICKET_ENDED);
    }

    // ---- returns

    @Test
    void returnRequest_pausesTheClock() {
        reported();
        tell(requested(20), 21);
        assertThat(last(HandlingPaused.class).pausedAt()).isEqualTo(story.minute(20));
        assertThat(ticket().status()).isEqualTo(TicketStatus.RETURN_PENDING);
    }

    @Test
    void refusedReturn_goesOnWhereTheClockStopped() {
        reported();
        tell(requested(20), 20);
        accept(new TicketCommand.RefuseReturn(story.returnId(), "no", BY, story.minute(65)));
        assertThat(last(ReturnRefused.class).handle().dueAt()).isEqualTo(story.minute(165));
        assertThat(last(AssignmentContinued.class).handle().dueAt()).isEqualTo(story.minute(165));
        assertThat(ticket().status()).isEqualTo(TicketStatus.DISPATCHED);
    }

    @Test
    void approvedReturn_goesToTheQueue_andEveryOtherLegIsRecalled() {
        queued();
        accept(dispatch("power", List.of("parks"), "C0105", "a", 1));
        tell(requested(20), 20);
        accept(approve(null, 30));
        assertThat(last(ReturnApproved.class).department()).isEqualTo("power");
        assertThat(all(AssignmentRecalled.class))
                .extracting(AssignmentRecalled::department, AssignmentRecalled::cause)
                .containsExactly(
                        tuple("power", AssignmentRecalled.Cause.RETURN_APPROVED),
                        tuple("parks", AssignmentRecalled.Cause.RE_DISPATCHED));
        assertThat(last(TicketQueued.class).reason()).isEqualTo(TicketQueued.Reason.RETURNED);
        assertThat(last(TicketQueued.class).round()).isEqualTo(1);
    }

    @Test
    void approvedReturn_startsAFreshClockForAnotherBody_butTheSameResumesItsOwn() {
        reported();
        tell(requested(20), 20);
        accept(approve(null, 30));
        Ticket waiting = ticket();
        accept(dispatch("drainage", List.of(), null, null, 60));
        assertThat(last(TicketDispatched.class).round()).isEqualTo(2);
        assertThat(last(TicketDispatched.class).lead().handle().dueAt()).isEqualTo(story.minute(180));
        ticket = waiting;
        accept(dispatch("water-supply", List.of(), null, null, 60));
        assertThat(last(TicketDispatched.class).lead().handle().dueAt()).isEqualTo(story.minute(160));
        assertThat(last(AssignmentIssued.class).returnsLeft()).isZero();
    }

    @Test
    void approval_isRefused_forTheSameBody_anUnknownOne_andAnUnknownReturn() {
        reported();
        tell(requested(20), 20);
        refuse(approve("water-supply", 30), Refusal.RETURNED_BY_SAME);
        refuse(approve("nobody", 30), Refusal.UNKNOWN_DEPARTMENT);
        refuse(new TicketCommand.RefuseReturn(Journal.newId(), "no", BY, story.minute(30)), Refusal.RETURN_UNKNOWN);
        accept(approve(null, 30));
        refuse(approve(null, 31), Refusal.RETURN_DECIDED);
        refuse(new TicketCommand.RefuseReturn(story.returnId(), "no", BY, story.minute(31)), Refusal.RETURN_DECIDED);
    }

    @Test
    void returnDecision_isRefused_afterTheEnd() {
        reported();
        tell(requested(20), 20);
        tell(story.ticketClosed(TicketClosed.Outcome.UNREACHABLE), 25);
        refuse(approve(null, 31), Refusal.TICKET_ENDED);
    }

    @Test
    void cooperatingBodysReturn_leavesTheLead() {
        queued();
        accept(dispatch("power", List.of("parks"), "C0105", "a", 1));
        LegState parks = ticket().legs().get(1);
        tell(requested(parks, story.returnId(), 20), 20);
        refuse(approve("gas", 30), Refusal.LEAD_STAYS);
        accept(approve(null, 30));
        assertThat(ticket().legs())
                .extracting(state -> state.leg().department())
                .containsExactly("power");
        assertThat(ticket().status()).isEqualTo(TicketStatus.DISPATCHED);
    }

    @Test
    void return_isRefused_afterTheSecondReturn() {
        reported();
        tell(requested(10), 10);
        accept(approve("drainage", 11));
        tell(requested(ticket().lead().orElseThrow(), Journal.newId(), 12), 12);
        accept(new TicketCommand.RefuseReturn(ticket().returns().getLast().returnId(), "x", BY, story.minute(13)));
        accept(dispatch("gas", List.of(), null, null, 13));
        assertThat(last(AssignmentIssued.class).returnsLeft()).isZero();
        tell(requested(ticket().lead().orElseThrow(), Journal.newId(), 14), 15);
        assertThat(last(ReturnRefused.class).decidedBy()).isEqualTo(Actor.SYSTEM);
        assertThat(ticket().status()).isEqualTo(TicketStatus.DISPATCHED);
        // One minute of pause: asked at 14, answered at 15.
        assertThat(last(ReturnRefused.class).handle().dueAt()).isEqualTo(story.minute(134));
    }

    @Test
    void return_isRefused_whenTheBodyAskedBefore_orTooLate() {
        reported();
        tell(requested(10), 10);
        accept(new TicketCommand.RefuseReturn(story.returnId(), "no", BY, story.minute(11)));
        tell(requested(ticket().lead().orElseThrow(), Journal.newId(), 12), 12);
        assertThat(last(ReturnRefused.class).decidedBy()).isEqualTo(Actor.SYSTEM);
        TicketDeciderTest late = new TicketDeciderTest();
        late.reported();
        late.tell(late.requested(31), 31);
        assertThat(late.last(ReturnRefused.class).reason()).contains("The time for returning is over");
    }

    @Test
    void returnTwiceTold_pausesOnce() {
        reported();
        tell(requested(10), 10);
        tell(requested(10), 10);
        assertThat(all(HandlingPaused.class)).hasSize(1);
    }

    // ---- handling, rework, reopening, closing

    @Test
    void completion_endsTheLeg_andTicketIsCompletedWithTheLastOne() {
        queued();
        accept(dispatch("power", List.of("parks"), "C0105", "a", 1));
        tell(accepted(ticket().legs().get(0), 2), 2);
        tell(completed(ticket().legs().get(0), 10), 10);
        assertThat(ticket().status()).isEqualTo(TicketStatus.DISPATCHED);
        tell(completed(ticket().legs().get(1), 11), 11);
        assertThat(ticket().status()).isEqualTo(TicketStatus.COMPLETED);
    }

    @Test
    void rework_goesOnWithWhatWasLeftAtTheCompletion() {
        reported();
        tell(completed(80), 80);
        tell(rework(100), 100);
        assertThat(last(ReworkAssigned.class).handle().dueAt()).isEqualTo(story.minute(140));
        assertThat(last(AssignmentReworked.class).handle().dueAt()).isEqualTo(story.minute(140));
        assertThat(ticket().status()).isEqualTo(TicketStatus.DISPATCHED);
        tell(rework(101), 101);
        assertThat(all(ReworkAssigned.class)).hasSize(1);
    }

    @Test
    void overdueClock_staysOverdue_inRework() {
        reported();
        Instant due = ticket().lead().orElseThrow().leg().handle().dueAt();
        tell(completed(150), 150);
        tell(rework(200), 200);
        assertThat(last(ReworkAssigned.class).handle().dueAt()).isEqualTo(due);
        assertThat(last(ReworkAssigned.class).handle().superviseAt()).isEqualTo(story.minute(230));
    }

    @Test
    void reopenedTicket_goesBackToTheSameBodies_withFreshClocks() {
        reported();
        UUID first = ticket().lead().orElseThrow().leg().assignmentId();
        tell(completed(80), 80);
        tell(story.ticketReopened(1), 200);
        TicketDispatched event = last(TicketDispatched.class);
        assertThat(event.round()).isEqualTo(2);
        assertThat(event.why().basis()).isEqualTo(Why.Basis.REOPENED);
        assertThat(event.lead().department()).isEqualTo("water-supply");
        assertThat(event.lead().assignmentId()).isNotEqualTo(first);
        assertThat(event.lead().handle().dueAt()).isEqualTo(story.minute(320));
        tell(story.ticketClosed(TicketClosed.Outcome.SOLVED), 400);
        assertThat(all(AssignmentSettled.class))
                .extracting(AssignmentSettled::assignmentId)
                .containsExactly(first, event.lead().assignmentId());
    }

    @Test
    void closing_settlesEveryLeg_once() {
        reported();
        tell(completed(80), 80);
        tell(story.ticketClosed(TicketClosed.Outcome.SOLVED), 110);
        tell(story.ticketClosed(TicketClosed.Outcome.SOLVED), 110);
        assertThat(all(AssignmentSettled.class)).hasSize(1);
        assertThat(ticket().status()).isEqualTo(TicketStatus.CLOSED);
    }

    // ---- what cannot be, and what comes late

    @Test
    void factAboutAnUnknownLeg_isReported() {
        reported();
        assertThatThrownBy(() -> tell(story.completed(), 80)).isInstanceOf(UnexpectedEvent.class);
        assertThatThrownBy(() -> tell(story.reworkOrdered(), 80)).isInstanceOf(UnexpectedEvent.class);
        assertThatThrownBy(() -> tell(story.returnRequested(), 80)).isInstanceOf(UnexpectedEvent.class);
        assertThatThrownBy(() -> tell(story.routineRegistered(), 80)).isInstanceOf(UnexpectedEvent.class);
    }

    @Test
    void completionDuringAReturn_andReturnAfterACompletion_areReported() {
        reported();
        tell(requested(10), 10);
        assertThatThrownBy(() -> tell(completed(20), 20)).isInstanceOf(UnexpectedEvent.class);
        TicketDeciderTest other = new TicketDeciderTest();
        other.reported();
        other.tell(other.completed(10), 10);
        assertThatThrownBy(() -> other.tell(other.requested(11), 11)).isInstanceOf(UnexpectedEvent.class);
    }

    @Test
    void reopeningOfAQueuedTicket_isReported() {
        queued();
        assertThatThrownBy(() -> tell(story.ticketReopened(1), 80)).isInstanceOf(UnexpectedEvent.class);
    }

    @Test
    void factAboutARecalledLeg_cameLate_andChangesNothing() {
        reported();
        LegState first = ticket().lead().orElseThrow();
        accept(dispatch("drainage", List.of(), null, null, 10));
        Ticket before = ticket();
        tell(completed(first, 11), 11);
        tell(requested(first, Journal.newId(), 11), 11);
        assertThat(ticket()).isEqualTo(before);
    }

    @Test
    void reportTwice_andTellingFacts_changeNothing() {
        reported();
        Ticket before = ticket();
        int count = told.size();
        tell(story.reportFiled(), 1);
        tell(story.reportJoined(Journal.newId()), 2);
        tell(story.progressNoted(), 3);
        tell(story.verificationPassed(), 4);
        tell(story.reporterAnswered(true), 5);
        assertThat(ticket()).isEqualTo(before);
        assertThat(told).hasSize(count);
    }

    // ---- words of the tests

    private void reported() {
        begin(story.reportFiled());
    }

    private void queued() {
        begin(story.report().unclassified().build());
    }

    private void begin(ReportFiled report) {
        TicketLife.Step step = life.begin(report, story.filedAt());
        ticket = step.ticket();
        told.addAll(step.messages());
    }

    private void tell(JournalEvent fact, long minute) {
        TicketLife.Step step = life.follow(ticket(), fact, story.minute(minute));
        ticket = step.ticket();
        told.addAll(step.messages());
    }

    private void accept(TicketCommand command) {
        assertThat(life.command(ticket(), command)).isInstanceOfSatisfying(TicketLife.Reply.Done.class, done -> {
            ticket = done.step().ticket();
            told.addAll(done.step().messages());
        });
    }

    private void refuse(TicketCommand command, Refusal refusal) {
        assertThat(life.command(ticket(), command))
                .isInstanceOfSatisfying(
                        TicketLife.Reply.Refused.class,
                        refused -> assertThat(refused.why().refusal()).isEqualTo(refusal));
    }

    private TicketCommand dispatch(
            String lead, List<String> cooperating, @Nullable String type, @Nullable String condition, long minute) {
        return new TicketCommand.Dispatch(
                lead, cooperating, (Urgency) null, type, condition, "because", BY, story.minute(minute));
    }

    private TicketCommand refuseAcceptance() {
        return new TicketCommand.RefuseAcceptance("court", "go there", BY, story.minute(5));
    }

    private TicketCommand approve(@Nullable String lead, long minute) {
        return new TicketCommand.ApproveReturn(story.returnId(), "right", lead, List.of(), BY, story.minute(minute));
    }

    private ReturnRequested requested(long minute) {
        return requested(ticket().lead().orElseThrow(), story.returnId(), minute);
    }

    private ReturnRequested requested(LegState state, UUID returnId, long minute) {
        return new ReturnRequested(
                story.ticketId(),
                state.leg().assignmentId(),
                state.leg().department(),
                returnId,
                "not ours",
                "law",
                List.of(),
                BY,
                story.minute(minute));
    }

    private AssignmentAccepted accepted(LegState state, long minute) {
        return new AssignmentAccepted(
                story.ticketId(), state.leg().assignmentId(), state.leg().department(), BY, story.minute(minute));
    }

    private AssignmentCompleted completed(long minute) {
        return completed(ticket().lead().orElseThrow(), minute);
    }

    private AssignmentCompleted completed(LegState state, long minute) {
        return new AssignmentCompleted(
                story.ticketId(),
                state.leg().assignmentId(),
                state.leg().department(),
                "done",
                List.of(),
                BY,
                story.minute(minute));
    }

    private ReworkOrdered rework(long minute) {
        return new ReworkOrdered(
                story.ticketId(),
                ticket().lead().orElseThrow().leg().assignmentId(),
                "not fixed",
                Story.POSITION,
                List.of(),
                BY,
                story.minute(minute));
    }

    private Ticket ticket() {
        assertThat(ticket).isNotNull();
        return ticket;
    }

    private <T> T last(Class<T> type) {
        return all(type).getLast();
    }

    private <T> List<T> all(Class<T> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static final class OnePolicy implements PolicyBook {

        @Override
        public PolicyVersion current() {
            return SAMPLE;
        }

        @Override
        public PolicyVersion version(String version) {
            assertThat(version).isEqualTo(SAMPLE.version());
            return SAMPLE;
        }
    }
}
