package org.whistle.department.assignment.store;

import java.util.List;
import org.whistle.contracts.department.DepartmentEvent;
import org.whistle.department.assignment.Decision;

/** What became of a person's command. */
sealed interface Outcome {

    /**
     * It is stored.
     *
     * @param row the assignment after it
     * @param events what of it goes to the journal
     */
    record Done(AssignmentRow row, List<DepartmentEvent> events) implements Outcome {}

    /** There is no such assignment, or it is not the caller's to handle. */
    record Unseen() implements Outcome {}

    /** Somebody was faster; the version is the present one. */
    record Stale(long version) implements Outcome {}

    /** The decider says no. */
    record Refused(Decision.Refused refusal) implements Outcome {}

    /** One of its photos is unknown, another account's, or shows something else. */
    record NoSuchPhoto() implements Outcome {}
}
