package org.whistle.contracts.assignment;

import java.util.UUID;
import org.whistle.contracts.Message;

/** What a department must know about one of its assignments, in one order per ticket on its own topic. */
public sealed interface AssignmentMessage extends Message
        permits AssignmentIssued,
                AssignmentRecalled,
                AssignmentContinued,
                AssignmentReworked,
                AssignmentSettled,
                AssignmentExtended,
                AssignmentSuspended,
                AssignmentResumed,
                AssignmentRequestRefused {

    /** The ticket it is about. */
    UUID ticketId();

    @Override
    default UUID key() {
        return ticketId();
    }

    /** The leg it is about. */
    UUID assignmentId();

    /** The department it is for; its topic. */
    String department();
}
