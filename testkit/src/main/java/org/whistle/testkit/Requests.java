package org.whistle.testkit;

import java.util.List;
import org.whistle.contracts.Actor;
import org.whistle.contracts.assignment.AssignmentExtended;
import org.whistle.contracts.assignment.AssignmentRequestRefused;
import org.whistle.contracts.assignment.AssignmentResumed;
import org.whistle.contracts.assignment.AssignmentSuspended;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.department.SuspensionRequested;
import org.whistle.contracts.dispatch.ExtensionGranted;
import org.whistle.contracts.dispatch.ExtensionRefused;
import org.whistle.contracts.dispatch.HandlingResumed;
import org.whistle.contracts.dispatch.SuspensionGranted;
import org.whistle.contracts.dispatch.SuspensionRefused;
import org.whistle.contracts.reply.RequestExtension;
import org.whistle.contracts.reply.RequestSuspension;

/**
 * Extensions and suspensions of a story's part: asked for by the department, decided by the street, told to the department.
 * Each message is complete and true to its contract; its times follow the story's.
 */
public record Requests(Story story) {

    private static final Actor DISPATCHER = new Actor("dispatcher-1", null);

    private Actor handler() {
        return new Actor(story.department() + "-1", story.department());
    }

    /** The department asks for an extension (延期), endorsed by its manager; the street decides. */
    public ExtensionRequested extensionRequested() {
        return new ExtensionRequested(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                "需要等待备件",
                List.of(),
                handler(),
                handler(),
                story.minute(25));
    }

    /** The department asks for a suspension (挂账) until a named end, endorsed by its manager; the street decides. */
    public SuspensionRequested suspensionRequested() {
        return new SuspensionRequested(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                "需要等待备件",
                story.minute(10_000),
                List.of(),
                handler(),
                handler(),
                story.minute(25));
    }

    /** The street grants an extension (延期): one original limit more. */
    public ExtensionGranted extensionGranted() {
        return new ExtensionGranted(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                1,
                "需要等待备件",
                story.handle(),
                DISPATCHER,
                story.minute(30));
    }

    /** The extension is refused; the clock runs on, and the refusal does not count among the extensions. */
    public ExtensionRefused extensionRefused() {
        return new ExtensionRefused(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                "需要等待备件",
                DISPATCHER,
                story.minute(30));
    }

    /** The street suspends a leg (挂账) until a named end: its handling clock stands still, and it resumes by itself. */
    public SuspensionGranted suspensionGranted() {
        return new SuspensionGranted(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                "需要等待备件",
                story.minute(10_000),
                DISPATCHER,
                story.minute(30));
    }

    /** The suspension is refused; the clock runs on. */
    public SuspensionRefused suspensionRefused() {
        return new SuspensionRefused(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                "需要等待备件",
                DISPATCHER,
                story.minute(30));
    }

    /** A suspension is over, by itself or early: the handling clock goes on where it stopped. */
    public HandlingResumed handlingResumed() {
        return new HandlingResumed(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                story.handle(),
                Actor.SYSTEM,
                story.minute(30),
                null);
    }

    /** The extension was granted. */
    public AssignmentExtended assignmentExtended() {
        return new AssignmentExtended(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                "需要等待备件",
                story.handle(),
                story.minute(30));
    }

    /** The suspension was granted: nobody handles until its end. */
    public AssignmentSuspended assignmentSuspended() {
        return new AssignmentSuspended(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                "需要等待备件",
                story.minute(10_000),
                story.minute(30));
    }

    /** The suspension is over: the department goes on. */
    public AssignmentResumed assignmentResumed() {
        return new AssignmentResumed(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                story.handle(),
                story.minute(30));
    }

    /** An extension or suspension was refused: the department goes on. */
    public AssignmentRequestRefused assignmentRequestRefused() {
        return new AssignmentRequestRefused(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                "需要等待备件",
                story.minute(30));
    }

    /** The department asks for an extension (延期). */
    public RequestExtension requestExtension() {
        return new RequestExtension(story.ticketId(), story.assignmentId(), "值班员", "需要等待备件");
    }

    /** The department asks for a suspension (挂账) until a named end. */
    public RequestSuspension requestSuspension() {
        return new RequestSuspension(story.ticketId(), story.assignmentId(), "值班员", "需要等待备件", story.minute(10_000));
    }
}
