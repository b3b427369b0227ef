package org.whistle.department.assignment.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.audit.AuditEntry;
import org.whistle.contracts.assignment.AssignmentMessage;
import org.whistle.department.assignment.Assignment;
import org.whistle.department.assignment.Happening;
import org.whistle.department.assignment.Request;

/**
 * Assignments locked for one batch. Several messages about one assignment, or commands on it, build on each other here, and each makes a
 * version of its own; the rows are written once, at the end.
 */
public final class OpenAssignments {

    private final Map<UUID, AssignmentRow> rows;
    private final Map<UUID, AssignmentRow> changed = new LinkedHashMap<>();
    private final List<HistoryRow> history = new ArrayList<>();
    private final List<AuditEntry> unannounced = new ArrayList<>();
    private final OpenRequests requests = new OpenRequests();

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
    public void apply(Happening happening) {
        AssignmentRow row = rows.get(happening.assignmentId());
        Request before = row.request();
        row.apply(happening);
        row.version++;
        changed.put(row.id, row);
        history.add(HistoryRow.of(row.version, happening));
        Unannounced.entry(happening).ifPresent(unannounced::add);
        requests.follow(before, row, happening);
    }

    /** Takes over what dispatch made of it. */
    public void take(Assignment next, AssignmentMessage because) {
        AssignmentRow row = rows.get(because.assignmentId());
        Request before = row.request();
        row.take(next);
        row.version++;
        changed.put(row.id, row);
        history.add(HistoryRow.of(row.id, row.version, Outgoing.timeOf(because), because));
        requests.follow(before, row, because);
    }

    OpenRequests requests() {
        return requests;
    }

    List<AssignmentRow> changed() {
        return List.copyOf(changed.values());
    }

    /** What people did that no event tells of. */
    List<AuditEntry> unannounced() {
        return List.copyOf(unannounced);
    }

    List<HistoryRow> history() {
        return List.copyOf(history);
    }
}
