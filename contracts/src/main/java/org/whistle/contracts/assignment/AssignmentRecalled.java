package org.whistle.contracts.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Require;

/** The assignment is taken back; the department has nothing more to do. */
public record AssignmentRecalled(UUID ticketId, UUID assignmentId, String department, Cause cause, Instant recalledAt)
        implements AssignmentMessage {

    public AssignmentRecalled {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.present(cause, "cause");
        Require.present(recalledAt, "recalledAt");
    }

    /** Why it was taken back. */
    public enum Cause {
        /** The department's own return was approved. */
        @JsonProperty("return-approved")
        RETURN_APPROVED,
        /** The lead was re-dispatched, and with it every other leg ended. */
        @JsonProperty("re-dispatched")
        RE_DISPATCHED
    }
}
