package org.whistle.department.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whistle.department.assignment.Lives.RULES;
import static org.whistle.department.assignment.Lives.STORY;

import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentMessage;
import org.whistle.contracts.assignment.AssignmentRecalled.Cause;
import org.whistle.department.Issues;
import org.whistle.department.assignment.Assignment.Accepted;
import org.whistle.department.assignment.Assignment.Completed;
import org.whistle.department.assignment.Assignment.Issued;
import org.whistle.department.assignment.Assignment.Recalled;
import org.whistle.department.assignment.Assignment.ReturnPending;
import org.whistle.department.assignment.Assignment.Settled;
import org.whistle.department.assignment.Assignment.Suspended;
import org.whistle.department.assignment.Decision.Done;
import org.whistle.department.assignment.Decision.Refused;
import org.whistle.department.assignment.Reception.Changed;
import org.whistle.testkit.Story;

/** Whatever departments wish and dispatch tells, in whatever order, a life stays a life. */
class LifePropertyTest {

    @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
    void anyOrder_ofWishesAndMessages_keepsTheLegAndTheRules(
            @ForAll("kinds") Function<Story, AssignmentIssued> kind, @ForAll("steps") List<Object> steps) {
        Decider decider = new Decider(RULES);
        Assignment assignment = Receiver.issued(kind.apply(STORY));
        for (Object step : steps) {
            Assignment before = assignment;
            assignment = step instanceof Command command
                    ? decided(decider, before, command)
                    : received(before, (AssignmentMessage) step);

            assertThat(assignment.leg()).isEqualTo(before.leg());
            assertThat(returnsLeft(assignment)).isGreaterThanOrEqualTo(0);
            if (!Stage.of(before).open() && step instanceof Command) {
                assertThat(assignment)
                        .as("a department changes nothing that is over")
                        .isEqualTo(before);
            }
            if (before instanceof Recalled || before instanceof Settled) {
                assertThat(assignment).isEqualTo(before);
            }
        }
    }

    /** What was decided can always be applied. */
    private static Assignment decided(Decider decider, Assignment assignment, Command command) {
        return switch (decider.decide(assignment, command)) {
            case Done done -> Lives.after(assignment, done);
            case Refused refused -> assignment;
        };
    }

    /** What was received once is known, or cannot be, a second time: it never changes anything twice. */
    private static Assignment received(Assignment assignment, AssignmentMessage message) {
        if (!(Receiver.receive(assignment, message) instanceof Changed changed)) {
            return assignment;
        }
        assertThat(Receiver.receive(changed.assignment(), message)).isNotInstanceOf(Changed.class);
        return changed.assignment();
    }

    private static int returnsLeft(Assignment assignment) {
        return switch (assignment) {
            case Issued s -> s.terms().returnsLeft();
            case Accepted s -> s.terms().returnsLeft();
            case ReturnPending s -> s.terms().returnsLeft();
            case Suspended s -> s.terms().returnsLeft();
            case Completed s -> s.terms().returnsLeft();
            case Recalled s -> 0;
            case Settled s -> 0;
        };
    }

    @Provide
    Arbitrary<Function<Story, AssignmentIssued>> kinds() {
        return Arbitraries.of(
                List.of(Story::assignmentIssued, Issues::withTerms, Issues::whistled, Issues::toIdentify));
    }

    @Provide
    Arbitrary<List<Object>> steps() {
        return Arbitraries.<Object>of(
                        Lives.accept(8),
                        Lives.note(9),
                        Lives.complete(10),
                        Lives.requestReturn(11),
                        Lives.requestExtension(12, "handler"),
                        Lives.requestExtension(12, "manager"),
                        Lives.requestSuspension(13, "handler"),
                        Lives.requestSuspension(13, "manager"),
                        Lives.endorse(14),
                        Lives.decline(14),
                        Lives.checkIn(15),
                        Lives.answer(16),
                        Issues.extended(STORY, Lives.REQUEST),
                        Issues.suspended(STORY, Lives.REQUEST),
                        Issues.resumed(STORY, Lives.REQUEST),
                        Issues.refused(STORY, Lives.REQUEST),
                        STORY.assignmentIssued(),
                        STORY.recalled(Cause.RE_DISPATCHED),
                        STORY.continued(),
                        STORY.reworked(),
                        STORY.settled())
                .list()
                .ofMaxSize(40);
    }
}
