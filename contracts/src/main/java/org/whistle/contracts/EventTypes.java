package org.whistle.contracts;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whistle.contracts.assignment.*;
import org.whistle.contracts.community.*;
import org.whistle.contracts.department.*;
import org.whistle.contracts.dispatch.*;
import org.whistle.contracts.feedback.*;
import org.whistle.contracts.intake.*;
import org.whistle.contracts.reply.*;

/**
 * The wire name of every message ({@code ce_type}) and the record behind it. A breaking change is a new name; Java
 * class names never stand on the wire.
 */
public final class EventTypes {

    private static final Map<Class<? extends Message>, EventType> BY_CLASS = Stream.of(
                    type("whistle.intake.wish-posted.v1", WishPosted.class),
                    type("whistle.intake.wish-dispatched.v1", WishDispatched.class),
                    type("whistle.intake.wish-claimed.v1", WishClaimed.class),
                    type("whistle.intake.wish-released.v1", WishReleased.class),
                    type("whistle.intake.wish-done.v1", WishDone.class),
                    type("whistle.intake.wish-thanked.v1", WishThanked.class),
                    type("whistle.intake.wish-withdrawn.v1", WishWithdrawn.class),
                    type("whistle.intake.wish-lapsed.v1", WishLapsed.class),
                    type("whistle.intake.entry-listed.v1", EntryListed.class),
                    type("whistle.intake.entry-retired.v1", EntryRetired.class),
                    type("whistle.intake.entries-matched.v1", EntriesMatched.class),
                    type("whistle.intake.matter-opened.v1", MatterOpened.class),
                    type("whistle.intake.matter-answered.v1", MatterAnswered.class),
                    type("whistle.intake.matter-passed-up.v1", MatterPassedUp.class),
                    type("whistle.intake.deliberation-held.v1", DeliberationHeld.class),
                    type("whistle.intake.alarm-acknowledged.v1", AlarmAcknowledged.class),
                    type("whistle.intake.marked-safe.v1", MarkedSafe.class),
                    type("whistle.intake.ticket-merged.v1", TicketMerged.class),
                    type("whistle.intake.ticket-unmerged.v1", TicketUnmerged.class),
                    type("whistle.dispatch.extension-granted.v1", ExtensionGranted.class),
                    type("whistle.dispatch.extension-refused.v1", ExtensionRefused.class),
                    type("whistle.dispatch.suspension-granted.v1", SuspensionGranted.class),
                    type("whistle.dispatch.suspension-refused.v1", SuspensionRefused.class),
                    type("whistle.dispatch.handling-resumed.v1", HandlingResumed.class),
                    type("whistle.dispatch.consultation-opened.v1", ConsultationOpened.class),
                    type("whistle.dispatch.consultation-concluded.v1", ConsultationConcluded.class),
                    type("whistle.dispatch.leg-rated.v1", LegRated.class),
                    type("whistle.dispatch.asset-owner-registered.v1", AssetOwnerRegistered.class),
                    type("whistle.department.extension-requested.v1", ExtensionRequested.class),
                    type("whistle.department.suspension-requested.v1", SuspensionRequested.class),
                    type("whistle.department.checked-in.v1", CheckedIn.class),
                    type("whistle.department.ownership-answered.v1", OwnershipAnswered.class),
                    type("whistle.assignment.extended.v1", AssignmentExtended.class),
                    type("whistle.assignment.suspended.v1", AssignmentSuspended.class),
                    type("whistle.assignment.resumed.v1", AssignmentResumed.class),
                    type("whistle.assignment.request-refused.v1", AssignmentRequestRefused.class),
                    type("whistle.reply.request-extension.v1", RequestExtension.class),
                    type("whistle.reply.request-suspension.v1", RequestSuspension.class),
                    type("whistle.reply.check-in.v1", CheckIn.class),
                    type("whistle.reply.answer-ownership.v1", AnswerOwnership.class),
                    type("whistle.feedback.ticket-chased.v1", TicketChased.class),
                    type("whistle.feedback.bulletin-issued.v1", BulletinIssued.class),
                    type("whistle.feedback.check-in-missed.v1", CheckInMissed.class),
                    type("whistle.feedback.appeal-filed.v1", AppealFiled.class),
                    type("whistle.feedback.appeal-decided.v1", AppealDecided.class),
                    type("whistle.feedback.community-rated.v1", CommunityRated.class),
                    type("whistle.intake.report-filed.v1", ReportFiled.class),
                    type("whistle.intake.routine-registered.v1", RoutineRegistered.class),
                    type("whistle.intake.report-joined.v1", ReportJoined.class),
                    type("whistle.dispatch.ticket-queued.v1", TicketQueued.class),
                    type("whistle.dispatch.ticket-dispatched.v1", TicketDispatched.class),
                    type("whistle.dispatch.ticket-not-accepted.v1", TicketNotAccepted.class),
                    type("whistle.dispatch.handling-paused.v1", HandlingPaused.class),
                    type("whistle.dispatch.return-approved.v1", ReturnApproved.class),
                    type("whistle.dispatch.return-refused.v1", ReturnRefused.class),
                    type("whistle.dispatch.rework-assigned.v1", ReworkAssigned.class),
                    type("whistle.assignment.issued.v1", AssignmentIssued.class),
                    type("whistle.assignment.recalled.v1", AssignmentRecalled.class),
                    type("whistle.assignment.continued.v1", AssignmentContinued.class),
                    type("whistle.assignment.reworked.v1", AssignmentReworked.class),
                    type("whistle.assignment.settled.v1", AssignmentSettled.class),
                    type("whistle.reply.accept.v1", AcceptAssignment.class),
                    type("whistle.reply.note-progress.v1", NoteProgress.class),
                    type("whistle.reply.complete.v1", CompleteAssignment.class),
                    type("whistle.reply.request-return.v1", RequestReturn.class),
                    type("whistle.department.assignment-accepted.v1", AssignmentAccepted.class),
                    type("whistle.department.progress-noted.v1", ProgressNoted.class),
                    type("whistle.department.assignment-completed.v1", AssignmentCompleted.class),
                    type("whistle.department.return-requested.v1", ReturnRequested.class),
                    type("whistle.feedback.verification-passed.v1", VerificationPassed.class),
                    type("whistle.feedback.rework-ordered.v1", ReworkOrdered.class),
                    type("whistle.feedback.reporter-answered.v1", ReporterAnswered.class),
                    type("whistle.feedback.ticket-reopened.v1", TicketReopened.class),
                    type("whistle.feedback.ticket-closed.v1", TicketClosed.class),
                    type("whistle.feedback.clock-warned.v1", ClockWarned.class),
                    type("whistle.feedback.clock-breached.v1", ClockBreached.class),
                    type("whistle.feedback.supervision-ordered.v1", SupervisionOrdered.class))
            .collect(Collectors.toUnmodifiableMap(EventType::record, Function.identity()));

    private static final Map<String, EventType> BY_NAME =
            BY_CLASS.values().stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));

    /** The wire name of a refused answer; it is about a record, not a ticket. */
    public static final String REPLY_REJECTED = "whistle.reply.rejected.v1";

    private EventTypes() {}

    /** The wire name of a message. */
    public static String nameOf(Message message) {
        EventType type = BY_CLASS.get(message.getClass());
        if (type == null) {
            throw new IllegalArgumentException("no wire name for " + message.getClass());
        }
        return type.name();
    }

    /** The record behind a wire name; empty when this version of the contracts does not know it. */
    public static Optional<Class<? extends Message>> recordOf(String name) {
        return Optional.ofNullable(BY_NAME.get(name)).map(EventType::record);
    }

    /** All types, in no particular order. */
    public static Map<String, EventType> all() {
        return BY_NAME;
    }

    private static EventType type(String name, Class<? extends Message> record) {
        return new EventType(name, record);
    }

    /**
     * One wire name and its record.
     *
     * @param name value of {@code ce_type}
     */
    public record EventType(String name, Class<? extends Message> record) {}
}
