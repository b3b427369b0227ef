package org.whistle.department.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.assignment.AssignmentMessage;
import org.whistle.contracts.assignment.AssignmentRecalled.Cause;
import org.whistle.department.assignment.Decision.Done;
import org.whistle.department.assignment.Reception.Changed;
import org.whistle.testkit.Story;

/** One story's assignment brought to each state by what really brings it there. */
final class Lives {

    static final Rules RULES = new Rules(0, Set.of("handler", "manager"));
    static final Story STORY = Story.begin();
    static final Actor HANDLER = new Actor("water-supply-1", Story.LEAD);
    static final List<UUID> NO_PHOTOS = List.of();

    private Lives() {}

    static Assignment in(Stage stage) {
        return switch (stage) {
            case ISSUED -> Receiver.issued(STORY.assignmentIssued());
            case ACCEPTED -> after(in(Stage.ISSUED), accept(8));
            case RETURN_PENDING -> after(in(Stage.ACCEPTED), requestReturn(20));
            case COMPLETED -> after(in(Stage.ACCEPTED), complete(80));
            case RECALLED -> after(in(Stage.RETURN_PENDING), STORY.recalled(Cause.RETURN_APPROVED));
            case SETTLED -> after(in(Stage.COMPLETED), STORY.settled());
        };
    }

    static Assignment returnPendingBeforeAcceptance() {
        return after(in(Stage.ISSUED), requestReturn(20));
    }

    static Assignment after(Assignment assignment, Command command) {
        Done done = (Done) new Decider(RULES).decide(assignment, command);
        return Decider.evolve(assignment, done.events().getFirst());
    }

    static Assignment after(Assignment assignment, AssignmentMessage message) {
        return ((Changed) Receiver.receive(assignment, message)).assignment();
    }

    static Command accept(long minute) {
        return new Command.Accept(HANDLER, at(minute));
    }

    static Command note(long minute) {
        return new Command.NoteProgress("已围挡。", NO_PHOTOS, HANDLER, at(minute));
    }

    static Command complete(long minute) {
        return new Command.Complete("已更换。", NO_PHOTOS, HANDLER, at(minute));
    }

    static Command requestReturn(long minute) {
        return requestReturn(minute, "handler");
    }

    static Command requestReturn(long minute, String role) {
        return new Command.RequestReturn(
                STORY.returnId(), "非供水设施。", "排水条例第三十九条", NO_PHOTOS, Set.of(role), HANDLER, at(minute));
    }

    static Instant at(long minute) {
        return STORY.minute(minute);
    }
}
