package org.whistle.department.assignment.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.assignment.AssignmentMessage;
import org.whistle.contracts.department.DepartmentEvent;
import org.whistle.department.assignment.Assignment;

/**
 * Assignments locked for one batch. Several messages about one assignment, or commands on it, build on each other here, and each makes a
 * version of its own; the rows are written once, at the end.
 */
public final class OpenAssignments {

    private final Map<UUID, AssignmentRow> rows;
    private final Map<UUID, AssignmentRow> changed = new LinkedHashMap<>();
    private final List<HistoryRow> history = new ArrayList<>();

    OpenAssignments(Map<UUID, AssignmentRow> rows) {
        this.rows = rows;
    }

    /** The assignment as the batch has left it so far, or null when there is none. */
    public @Nullable Assignment find(UUID id) {
        AssignmentRow row = rows.get(id);
        return row == null ? null : row.toAssignment();
    }

    /** The row as the batch has left it so far, or null when there is none; it goes on changing. */
    @Nullable
    AssignmentRow row(UUID id) {
        return rows.get(id);
    }

    /** Applies what this service decided. */
    public void apply(DepartmentEvent event) {
        AssignmentRow row = rows.get(event.assignmentId());
        row.apply(event);
        row.version++;
        changed.put(row.id, row);
        history.add(HistoryRow.of(row.id, row.version, Outgoing.timeOf(event), event));
    }

    /** Takes over what dispatch made of it. */
    public void take(Assignment next, AssignmentMessage because) {
        AssignmentRow row = rows.get(because.assignmentId());
        row.take(next);
        row.version++;
        changed.put(row.id, row);
        history.add(HistoryRow.of(row.id, row.version, Outgoing.timeOf(because), because));
    }

    List<AssignmentRow> changed() {
        return List.copyOf(changed.values());
    }

    List<HistoryRow> history() {
        return List.copyOf(history);
    }
}
