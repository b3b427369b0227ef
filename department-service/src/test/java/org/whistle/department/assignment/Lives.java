package org.whistle.department.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.assignment.AssignmentMessage;
import org.whistle.contracts.assignment.AssignmentRecalled.Cause;
import org.whistle.department.Issues;
import org.whistle.department.assignment.Decision.Done;
import org.whistle.department.assignment.Reception.Changed;
import org.whistle.testkit.Story;

/** One story's assignment brought to each state by what really brings it there. */
final class Lives {

    static final Rules RULES = new Rules(0, Set.of("handler", "manager"));
    static final Story STORY = Story.begin();
    static final Actor HANDLER = new Actor("water-supply-1", Story.LEAD);
    static final Actor MANAGER = new Actor("water-supply-m", Story.LEAD);
    /** The request of every life; a second one needs an id of its own. */
    static final UUID REQUEST = UUID.fromString("019cac0f-0000-7000-8000-000000000001");

    static final List<UUID> NO_PHOTOS = List.of();

    private Lives() {}

    static Assignment in(Stage stage) {
        return switch (stage) {
            case ISSUED -> Receiver.issued(Issues.withTerms(STORY));
            case ACCEPTED -> after(in(Stage.ISSUED), accept(8));
            case RETURN_PENDING -> after(in(Stage.ACCEPTED), requestReturn(20));
            case SUSPENDED -> suspended();
            case COMPLETED -> after(in(Stage.ACCEPTED), complete(80));
            case RECALLED -> after(in(Stage.RETURN_PENDING), STORY.recalled(Cause.RETURN_APPROVED));
            case SETTLED -> after(in(Stage.COMPLETED), STORY.settled());
        };
    }

    static Assignment returnPendingBeforeAcceptance() {
        return after(in(Stage.ISSUED), requestReturn(20));
    }

    static Assignment after(Assignment assignment, Command command) {
        return after(assignment, (Done) new Decider(RULES).decide(assignment, command));
    }

    static Assignment after(Assignment assignment, Done done) {
        Assignment next = assignment;
        for (Happening happening : done.happenings()) {
            next = Decider.evolve(next, happening);
        }
        return next;
    }

    private static Assignment suspended() {
        return after(after(in(Stage.ACCEPTED), requestSuspension(25, "manager")), Issues.suspended(STORY, REQUEST));
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

    static Command requestExtension(long minute, String... roles) {
        return new Command.RequestExtension(REQUEST, "管件需定制。", NO_PHOTOS, Set.of(roles), HANDLER, at(minute));
    }

    static Command requestSuspension(long minute, String... roles) {
        return new Command.RequestSuspension(
                REQUEST, "道路整体改造。", Issues.until(STORY), NO_PHOTOS, Set.of(roles), HANDLER, at(minute));
    }

    static Command endorse(long minute) {
        return new Command.Endorse(REQUEST, Set.of("manager"), MANAGER, at(minute));
    }

    static Command decline(long minute) {
        return new Command.Decline(REQUEST, "可调用备件。", Set.of("manager"), MANAGER, at(minute));
    }

    static Command checkIn(long minute) {
        return new Command.CheckIn(Issues.MEETING_POINT, HANDLER, at(minute));
    }

    static Command answer(long minute) {
        return new Command.AnswerOwnership(true, "管网图上有本单位管线。", HANDLER, at(minute));
    }

    static Instant at(long minute) {
        return STORY.minute(minute);
    }
}
