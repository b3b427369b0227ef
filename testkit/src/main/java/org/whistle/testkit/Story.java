package org.whistle.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Clock;
import org.whistle.contracts.Position;
import org.whistle.contracts.assignment.AssignmentContinued;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentRecalled;
import org.whistle.contracts.assignment.AssignmentReworked;
import org.whistle.contracts.assignment.AssignmentSettled;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.ProgressNoted;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.contracts.dispatch.HandlingPaused;
import org.whistle.contracts.dispatch.ReturnApproved;
import org.whistle.contracts.dispatch.ReturnRefused;
import org.whistle.contracts.dispatch.ReworkAssigned;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.TicketNotAccepted;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.feedback.ClockBreached;
import org.whistle.contracts.feedback.ClockWarned;
import org.whistle.contracts.feedback.ReporterAnswered;
import org.whistle.contracts.feedback.ReworkOrdered;
import org.whistle.contracts.feedback.Stage;
import org.whistle.contracts.feedback.SupervisionOrdered;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.contracts.feedback.TicketReopened;
import org.whistle.contracts.feedback.VerificationPassed;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.contracts.intake.ReportJoined;
import org.whistle.contracts.intake.Reporter;
import org.whistle.contracts.intake.RoutineRegistered;
import org.whistle.contracts.reply.AcceptAssignment;
import org.whistle.contracts.reply.CompleteAssignment;
import org.whistle.contracts.reply.NoteProgress;
import org.whistle.contracts.reply.RequestReturn;

/**
 * The events of one matter, consistent with each other: a broken water supply manhole cover (C0101, condition a) in
 * 甸柳街道, filed on Monday 2026-03-02 at 09:00 Shanghai time, 2 continuous hours to handle it. Each new story has new
 * ids, so stories do not meet each other on a shared topic. What must differ is built with {@link #report()},
 * {@link #dispatch()} and {@link #assignment()}.
 *
 * @param ticketId the ticket, and its first report
 * @param assignmentId the lead's leg in round 1
 * @param returnId the return the lead asks for, when it does
 * @param department code of the body that leads
 * @param filedAt when the report was filed
 */
public record Story(UUID ticketId, UUID assignmentId, UUID returnId, String department, Instant filedAt) {

    /** The grid of the sample district the cover lies in. */
    public static final String GRID = "370102009001001";

    /** Where it lies, WGS 84. */
    public static final Position POSITION = new Position(117.06, 36.66);

    /** The body that leads on a water supply cover. */
    public static final String LEAD = "water-supply";

    /** The body that cooperates on it. */
    public static final String PARTNER = "water-affairs";

    /** The policy version the story was dispatched under. */
    public static final String POLICY = "2026-01-01";

    /** 09:00 in Shanghai on a working Monday. */
    public static final Instant FILED_AT = Instant.parse("2026-03-02T01:00:00Z");

    private static final Actor DISPATCHER = new Actor("dispatcher-1", null);
    private static final Actor GRID_WORKER = new Actor("grid-1", null);
    private static final Actor SUPERVISOR = new Actor("supervisor-1", null);
    private static final Actor CLERK = new Actor("clerk-1", null);

    /** A new story on {@link #FILED_AT}'s morning. */
    public static Story begin() {
        return begin(FILED_AT);
    }

    /** A new story at another time. */
    public static Story begin(Instant filedAt) {
        return new Story(Journal.newId(), Journal.newId(), Journal.newId(), LEAD, filedAt);
    }

    /** The same story with another body leading. */
    public Story ledBy(String code) {
        return new Story(ticketId, assignmentId, returnId, code, filedAt);
    }

    /** An instant of the story, counted from the filing. */
    public Instant minute(long minutes) {
        return filedAt.plus(Duration.ofMinutes(minutes));
    }

    /** When it was dispatched: one second after the filing. */
    public Instant dispatchedAt() {
        return filedAt.plusSeconds(1);
    }

    /** The lead's handling clock of round 1. */
    public Clock handle() {
        return Clocks.running(dispatchedAt(), Duration.ofHours(2));
    }

    public ReportFiledBuilder report() {
        return new ReportFiledBuilder().ticketId(ticketId).filedAt(filedAt);
    }

    public TicketDispatchedBuilder dispatch() {
        return new TicketDispatchedBuilder()
                .ticketId(ticketId)
                .lead(assignmentId, department)
                .dispatchedAt(dispatchedAt());
    }

    public AssignmentIssuedBuilder assignment() {
        return new AssignmentIssuedBuilder()
                .ticketId(ticketId)
                .assignmentId(assignmentId)
                .department(department)
                .issuedAt(dispatchedAt());
    }

    public ReportFiled reportFiled() {
        return report().build();
    }

    public TicketDispatched ticketDispatched() {
        return dispatch().build();
    }

    public AssignmentIssued assignmentIssued() {
        return assignment().build();
    }

    public RoutineRegistered routineRegistered() {
        ReportFiled report = reportFiled();
        return new RoutineRegistered(
                ticketId,
                report.ticketNo(),
                report.type(),
                report.condition(),
                "井盖松动，已用垫片垫实。",
                "现场垫实并试踩，无异响。",
                report.place(),
                report.position(),
                List.of(),
                report.reporter(),
                report.filedBy(),
                false,
                filedAt);
    }

    public ReportJoined reportJoined(UUID reportId) {
        return new ReportJoined(
                ticketId,
                reportId,
                "同一个井盖，晚上看不见，很危险。",
                POSITION,
                List.of(),
                new Reporter(UUID.fromString("3c1f5f6e-0d54-4f7a-9c40-5a4f0f9be0a2"), Reporter.Kind.RESIDENT),
                "resident-1",
                minute(3),
                null);
    }

    public TicketQueued ticketQueued(TicketQueued.Reason reason) {
        return new TicketQueued(ticketId, GRID.substring(0, 9), reason, List.of(), 0, POLICY, dispatchedAt());
    }

    public TicketNotAccepted ticketNotAccepted() {
        return new TicketNotAccepted(ticketId, "人民法院", "此事已进入诉讼，请向受理法院提出。", DISPATCHER, minute(5));
    }

    public AssignmentAccepted accepted() {
        return new AssignmentAccepted(ticketId, assignmentId, department, handler(), minute(8));
    }

    public ProgressNoted progressNoted() {
        return new ProgressNoted(ticketId, assignmentId, department, "已围挡，新井盖在运输途中。", List.of(), handler(), minute(30));
    }

    public AssignmentCompleted completed() {
        return new AssignmentCompleted(
                ticketId, assignmentId, department, "已更换球墨铸铁井盖并清理现场。", List.of(), handler(), minute(80));
    }

    public ReturnRequested returnRequested() {
        return new ReturnRequested(
                ticketId,
                assignmentId,
                department,
                returnId,
                "井盖属污水管线，非供水设施。",
                "城镇排水与污水处理条例第三十九条",
                List.of(),
                handler(),
                minute(20));
    }

    public HandlingPaused handlingPaused() {
        return new HandlingPaused(ticketId, assignmentId, returnId, minute(20));
    }

    public ReturnApproved returnApproved() {
        return new ReturnApproved(ticketId, assignmentId, returnId, department, "现场核实为污水井盖。", DISPATCHER, minute(30));
    }

    /** The clock goes on, moved by the ten minutes of the pause. */
    public ReturnRefused returnRefused() {
        return new ReturnRefused(
                ticketId,
                assignmentId,
                returnId,
                department,
                "井盖上有供水标识。",
                Clocks.running(dispatchedAt().plus(Duration.ofMinutes(10)), Duration.ofHours(2)),
                DISPATCHER,
                minute(30));
    }

    /** The clock goes on with what was left at the completion. */
    public ReworkAssigned reworkAssigned() {
        return new ReworkAssigned(ticketId, assignmentId, department, "井盖高出路面，仍会绊倒。", rework(), minute(100));
    }

    public AssignmentRecalled recalled(AssignmentRecalled.Cause cause) {
        return new AssignmentRecalled(ticketId, assignmentId, department, cause, minute(30));
    }

    public AssignmentContinued continued() {
        ReturnRefused refusal = returnRefused();
        return new AssignmentContinued(
                ticketId, assignmentId, department, returnId, refusal.reason(), refusal.handle(), minute(30));
    }

    public AssignmentReworked reworked() {
        return new AssignmentReworked(
                ticketId, assignmentId, department, "井盖高出路面，仍会绊倒。", List.of(), rework(), minute(100));
    }

    public AssignmentSettled settled() {
        return new AssignmentSettled(ticketId, assignmentId, department, minute(110));
    }

    public AcceptAssignment accept() {
        return new AcceptAssignment(ticketId, assignmentId, "own-system");
    }

    public NoteProgress noteProgress() {
        return new NoteProgress(ticketId, assignmentId, "own-system", "已围挡，新井盖在运输途中。");
    }

    public CompleteAssignment complete() {
        return new CompleteAssignment(ticketId, assignmentId, "own-system", "已更换球墨铸铁井盖并清理现场。");
    }

    public RequestReturn requestReturn() {
        return new RequestReturn(ticketId, assignmentId, "own-system", "井盖属污水管线，非供水设施。", "城镇排水与污水处理条例第三十九条");
    }

    public VerificationPassed verificationPassed() {
        return new VerificationPassed(ticketId, "井盖平稳，路面清洁。", POSITION, List.of(), GRID_WORKER, minute(100));
    }

    public ReworkOrdered reworkOrdered() {
        return new ReworkOrdered(ticketId, assignmentId, "井盖高出路面，仍会绊倒。", POSITION, List.of(), GRID_WORKER, minute(100));
    }

    /** The reporter's answer; satisfied when solved, unsatisfied when not. */
    public ReporterAnswered reporterAnswered(boolean solved) {
        return new ReporterAnswered(
                ticketId,
                ReporterAnswered.Channel.PHONE,
                solved,
                solved ? ReporterAnswered.Satisfaction.SATISFIED : ReporterAnswered.Satisfaction.UNSATISFIED,
                null,
                CLERK,
                minute(110));
    }

    public TicketReopened ticketReopened(int times) {
        return new TicketReopened(ticketId, "井盖又松了。", times, CLERK, minute(110));
    }

    public TicketClosed ticketClosed(TicketClosed.Outcome outcome) {
        return new TicketClosed(
                ticketId,
                outcome,
                outcome == TicketClosed.Outcome.UNREACHABLE ? "三次回访均未接通。" : null,
                outcome == TicketClosed.Outcome.UNREACHABLE ? SUPERVISOR : Actor.SYSTEM,
                minute(110));
    }

    /** Warning on one of the lead's clocks. */
    public ClockWarned clockWarned(Stage stage) {
        Clock clock = clock(stage);
        return new ClockWarned(ticketId, stage, 1, assignmentId, department, clock.dueAt(), clock.warnAt());
    }

    /** Breach of one of the lead's clocks. */
    public ClockBreached clockBreached(Stage stage) {
        Clock clock = clock(stage);
        return new ClockBreached(ticketId, stage, 1, assignmentId, department, clock.dueAt(), clock.dueAt());
    }

    /** Supervision order for one of the lead's clocks. */
    public SupervisionOrdered supervisionOrdered(Stage stage) {
        Clock clock = clock(stage);
        return new SupervisionOrdered(ticketId, stage, 1, assignmentId, department, clock.dueAt(), clock.superviseAt());
    }

    private Clock clock(Stage stage) {
        return switch (stage) {
            case DISPATCH -> Clocks.running(filedAt, Duration.ofMinutes(15));
            case ACCEPT -> Clocks.running(dispatchedAt(), Duration.ofMinutes(15));
            case HANDLE -> handle();
            case VERIFY -> Clocks.running(minute(80), Duration.ofMinutes(30));
        };
    }

    private Actor handler() {
        return new Actor(department + "-1", department);
    }

    /** 40 min were left when the department confirmed at minute 80, so it runs from minute 100 as from minute 20. */
    private Clock rework() {
        return Clocks.running(dispatchedAt().plus(Duration.ofMinutes(20)), Duration.ofHours(2));
    }
}
