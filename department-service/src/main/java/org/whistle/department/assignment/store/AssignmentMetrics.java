package org.whistle.department.assignment.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.DepartmentEvent;
import org.whistle.contracts.department.ProgressNoted;
import org.whistle.contracts.department.ReturnRequested;

/** Counts what departments did, whichever way it came in. */
@ApplicationScoped
public class AssignmentMetrics {

    private final Counter accepted;
    private final Counter noted;
    private final Counter completed;
    private final Counter returned;

    AssignmentMetrics(MeterRegistry metrics) {
        accepted = metrics.counter("whistle.department.accepted");
        noted = metrics.counter("whistle.department.notes");
        completed = metrics.counter("whistle.department.completed");
        returned = metrics.counter("whistle.department.returns");
    }

    /** Counts an event. */
    public void count(DepartmentEvent event) {
        switch (event) {
            case AssignmentAccepted e -> accepted.increment();
            case ProgressNoted e -> noted.increment();
            case AssignmentCompleted e -> completed.increment();
            case ReturnRequested e -> returned.increment();
        }
    }
}
