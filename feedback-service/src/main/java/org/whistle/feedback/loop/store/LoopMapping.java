package org.whistle.feedback.loop.store;

import java.util.List;
import java.util.Objects;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Position;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.LegTask;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.feedback.Wording;
import org.whistle.feedback.loop.Loop;
import org.whistle.feedback.loop.LoopLeg;
import org.whistle.feedback.loop.LoopStates;
import org.whistle.feedback.loop.Matter;

/** Rows to loops and back. */
public final class LoopMapping {

    private LoopMapping() {}

    /** The loop of a row and its legs, in the order they were issued. */
    public static Loop toLoop(LoopRow row, List<LegRow> legs) {
        Matter matter = new Matter(
                row.ticketId,
                row.ticketNo,
                Wording.constant(MatterKind.class, row.matter),
                row.type,
                row.condition,
                row.urgency == null ? null : Urgency.valueOf(row.urgency),
                row.grid,
                new Position(row.longitude, row.latitude),
                row.filedBy,
                row.filedAt,
                row.round,
                legs.stream().map(LoopMapping::toLeg).toList(),
                row.reopened,
                row.reworks,
                row.returns,
                row.firstDispatchedAt,
                row.firstDepartment,
                row.closeDueAt);
        return switch (row.state) {
            case LoopStates.REPORTED -> new Loop.Reported(matter, row.since);
            case LoopStates.QUEUED -> new Loop.Queued(matter);
            case LoopStates.HANDLING -> new Loop.Handling(matter);
            case LoopStates.AWAITING_VERIFICATION ->
                new Loop.AwaitingVerification(matter, row.since, Objects.requireNonNull(row.stageDueAt));
            case LoopStates.AWAITING_ANSWER ->
                new Loop.AwaitingAnswer(matter, row.since, Objects.requireNonNull(row.stageDueAt), row.attempts);
            case LoopStates.REOPENED -> new Loop.Reopened(matter, row.since);
            case LoopStates.CLOSED ->
                new Loop.Closed(
                        matter,
                        Wording.constant(TicketClosed.Outcome.class, Objects.requireNonNull(row.outcome)),
                        Objects.requireNonNull(row.closedAt),
                        row.mergedInto);
            case LoopStates.MERGED -> new Loop.Merged(matter, Objects.requireNonNull(row.mergedInto), row.since);
            case LoopStates.REGISTERED -> new Loop.Registered(matter);
            default -> throw new IllegalStateException("no such state: " + row.state);
        };
    }

    /** Writes a loop over its row; version and partition stay as they are. */
    public static void write(Loop loop, LoopRow row) {
        Matter matter = loop.matter();
        row.ticketId = matter.ticketId();
        row.ticketNo = matter.ticketNo();
        row.matter = Wording.word(matter.kind());
        row.type = matter.type();
        row.condition = matter.condition();
        row.urgency = matter.urgency() == null ? null : matter.urgency().name();
        row.grid = matter.grid();
        row.longitude = matter.position().longitude();
        row.latitude = matter.position().latitude();
        row.filedBy = matter.filedBy();
        row.filedAt = matter.filedAt();
        row.round = matter.round();
        row.reopened = matter.reopened();
        row.reworks = matter.reworks();
        row.returns = matter.returns();
        row.firstDispatchedAt = matter.firstDispatchedAt();
        row.firstDepartment = matter.firstDepartment();
        row.leadDepartment = matter.lead().map(LoopLeg::department).orElse(null);
        row.closeDueAt = matter.closeDueAt();
        writeState(loop, row);
    }

    private static void writeState(Loop loop, LoopRow row) {
        row.state = LoopStates.wordOf(loop);
        row.stageDueAt = null;
        row.attempts = 0;
        row.closedAt = null;
        row.outcome = null;
        row.mergedInto = null;
        switch (loop) {
            case Loop.Reported reported -> row.since = reported.since();
            case Loop.Queued queued ->
                row.since = row.since == null ? queued.matter().filedAt() : row.since;
            case Loop.Handling handling ->
                row.since = handling.matter().lead().orElseThrow().issuedAt();
            case Loop.AwaitingVerification awaiting -> {
                row.since = awaiting.handledAt();
                row.stageDueAt = awaiting.dueAt();
            }
            case Loop.AwaitingAnswer awaiting -> {
                row.since = awaiting.verifiedAt();
                row.stageDueAt = awaiting.dueAt();
                row.attempts = awaiting.attempts();
            }
            case Loop.Reopened reopened -> row.since = reopened.reopenedAt();
            case Loop.Merged merged -> {
                row.since = merged.mergedAt();
                row.mergedInto = merged.into();
            }
            case Loop.Closed closed -> {
                row.since = closed.closedAt();
                row.closedAt = closed.closedAt();
                row.outcome = Wording.word(closed.outcome());
                row.mergedInto = closed.answeredWith();
            }
            case Loop.Registered registered -> row.since = registered.matter().filedAt();
            case Loop.Answered answered -> throw new IllegalStateException("an answer closes or reopens at once");
            case Loop.NotAccepted refused -> throw new IllegalStateException("what is not accepted is closed at once");
        }
    }

    /** Writes a leg of a loop over its row. */
    public static void write(LoopLeg leg, Matter matter, LegRow row) {
        row.assignmentId = leg.assignmentId();
        row.ticketId = matter.ticketId();
        row.round = leg.round();
        row.department = leg.department();
        row.role = Wording.word(leg.role());
        // A leg of an earlier round that is new here was dispatched and replaced in one batch.
        row.type = leg.round() == matter.round() || row.type == null ? matter.type() : row.type;
        row.grid = matter.grid();
        row.issuedAt = leg.issuedAt();
        row.dueAt = leg.dueAt();
        row.acceptedAt = leg.acceptedAt();
        row.pausedAt = leg.pausedAt();
        row.completedAt = leg.completedAt();
        row.reworkedAt = leg.reworkedAt();
        row.reworkPending = leg.reworkPending();
        row.reworks = leg.reworks();
        LoopLeg.Course course = leg.course();
        row.task = course.task() == null ? null : Wording.word(course.task());
        row.extensions = course.extensions();
        row.suspendedUntil = course.suspendedUntil();
        row.checkedInAt = course.checkedInAt();
        row.endedAt = leg.ended() == null ? null : leg.ended().at();
        row.endedBy = leg.ended() == null ? null : Wording.word(leg.ended().cause());
    }

    private static LoopLeg toLeg(LegRow row) {
        return new LoopLeg(
                row.assignmentId,
                row.round,
                row.department,
                Wording.constant(LegRole.class, row.role),
                row.issuedAt,
                row.dueAt,
                row.acceptedAt,
                row.pausedAt,
                row.completedAt,
                row.reworkedAt,
                row.reworkPending,
                row.reworks,
                row.endedAt == null || row.endedBy == null
                        ? null
                        : new LoopLeg.Ending(Wording.constant(LoopLeg.Cause.class, row.endedBy), row.endedAt),
                new LoopLeg.Course(
                        row.task == null ? null : Wording.constant(LegTask.class, row.task),
                        row.extensions,
                        row.suspendedUntil,
                        row.checkedInAt));
    }
}
