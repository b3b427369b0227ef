package org.whistle.dispatch.ticket;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.contracts.feedback.ReworkOrdered;
import org.whistle.testkit.Story;

/**
 * Given what happened, when somebody decides or something is told, then these messages follow: a {@link Scene} and the words
 * of the tests about one ticket.
 */
abstract class TicketTest {

    static final Actor BY = Scene.BY;

    final Scene scene = new Scene();
    final Story story = scene.story;

    final void reported() {
        scene.reported();
    }

    final void queued() {
        scene.queued();
    }

    final void tell(JournalEvent fact, long minute) {
        scene.tell(fact, minute);
    }

    final void accept(TicketCommand command) {
        scene.accept(command);
    }

    final void refuse(TicketCommand command, Refusal refusal) {
        scene.refuse(command, refusal);
    }

    final Ticket ticket() {
        return scene.ticket();
    }

    /** Everything since is undone; what was told stays told. */
    final void backTo(Ticket earlier) {
        scene.backTo(earlier);
    }

    final <T> T last(Class<T> type) {
        return scene.last(type);
    }

    final <T> List<T> all(Class<T> type) {
        return scene.all(type);
    }

    final TicketCommand dispatch(
            String lead, List<String> cooperating, @Nullable String type, @Nullable String condition, long minute) {
        return new TicketCommand.Dispatch(
                lead, cooperating, (Urgency) null, type, condition, "because", BY, story.minute(minute));
    }

    final TicketCommand refuseAcceptance() {
        return new TicketCommand.RefuseAcceptance("court", "go there", BY, story.minute(5));
    }

    final TicketCommand approve(@Nullable String lead, long minute) {
        return new TicketCommand.ApproveReturn(story.returnId(), "right", lead, List.of(), BY, story.minute(minute));
    }

    final ReturnRequested requested(long minute) {
        return requested(ticket().lead().orElseThrow(), story.returnId(), minute);
    }

    final ReturnRequested requested(LegState state, UUID returnId, long minute) {
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

    final AssignmentAccepted accepted(LegState state, long minute) {
        return new AssignmentAccepted(
                story.ticketId(), state.leg().assignmentId(), state.leg().department(), BY, story.minute(minute));
    }

    final AssignmentCompleted completed(long minute) {
        return completed(ticket().lead().orElseThrow(), minute);
    }

    final AssignmentCompleted completed(LegState state, long minute) {
        return new AssignmentCompleted(
                story.ticketId(),
                state.leg().assignmentId(),
                state.leg().department(),
                "done",
                List.of(),
                BY,
                story.minute(minute));
    }

    final ReworkOrdered rework(long minute) {
        return new ReworkOrdered(
                story.ticketId(),
                ticket().lead().orElseThrow().leg().assignmentId(),
                "not fixed",
                Story.POSITION,
                List.of(),
                BY,
                story.minute(minute));
    }
}
