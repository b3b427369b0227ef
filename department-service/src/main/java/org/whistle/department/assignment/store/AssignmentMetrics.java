package org.whistle.department.assignment.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.CheckedIn;
import org.whistle.contracts.department.DepartmentEvent;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.contracts.department.ProgressNoted;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.contracts.department.SuspensionRequested;

/** Counts what departments did, whichever way it came in. */
@ApplicationScoped
public class AssignmentMetrics {

    private final Counter accepted;
    private final Counter noted;
    private final Counter completed;
    private final Counter returned;
    private final Counter extensions;
    private final Counter suspensions;
    private final Counter checkIns;
    private final Counter ownership;

    AssignmentMetrics(MeterRegistry metrics) {
        accepted = metrics.counter("whistle.department.accepted");
        noted = metrics.counter("whistle.department.notes");
        completed = metrics.counter("whistle.department.completed");
        returned = metrics.counter("whistle.department.returns");
        extensions = metrics.counter("whistle.department.extensions");
        suspensions = metrics.counter("whistle.department.suspensions");
        checkIns = metrics.counter("whistle.department.check.ins");
        ownership = metrics.counter("whistle.department.ownership.answers");
    }

    /** Counts an event. */
    public void count(DepartmentEvent event) {
        switch (event) {
            case AssignmentAccepted e -> accepted.increment();
            case ProgressNoted e -> noted.increment();
            case AssignmentCompleted e -> completed.increment();
            case ReturnRequested e -> returned.increment();
            case ExtensionRequested e -> extensions.increment();
            case SuspensionRequested e -> suspensions.increment();
            case CheckedIn e -> checkIns.increment();
            case OwnershipAnswered e -> ownership.increment();
        }
    }
}
