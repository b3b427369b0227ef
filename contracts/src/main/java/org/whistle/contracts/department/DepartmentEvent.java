package org.whistle.contracts.department;

import java.util.UUID;
import org.whistle.contracts.JournalEvent;

/** A fact about one assignment that department-service decides. */
public sealed interface DepartmentEvent extends JournalEvent
        permits AssignmentAccepted,
                ProgressNoted,
                AssignmentCompleted,
                ReturnRequested,
                ExtensionRequested,
                SuspensionRequested,
                CheckedIn,
                OwnershipAnswered {

    /** The leg it is about. */
    UUID assignmentId();

    /** The department whose leg it is. */
    String department();
}
