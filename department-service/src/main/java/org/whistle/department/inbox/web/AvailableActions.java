package org.whistle.department.inbox.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.department.assignment.Assignment;
import org.whistle.department.assignment.Command;
import org.whistle.department.assignment.Decider;
import org.whistle.department.assignment.Decision.Done;
import org.whistle.department.assignment.store.AssignmentRow;

/** What a caller may do with an assignment now, found by asking the decider itself. */
@ApplicationScoped
class AvailableActions {

    private static final UUID NONE = new UUID(0, 0);
    /** As many photos as a command may carry: whether there are enough is not known before it is made. */
    private static final List<UUID> PHOTOS = Collections.nCopies(9, NONE);

    private final Decider decider;
    private final Clock clock;

    AvailableActions(Decider decider, Clock clock) {
        this.decider = decider;
        this.clock = clock;
    }

    /** Names of sub-resources; none for those who only look on. */
    List<String> of(AssignmentRow row, Asker asker) {
        if (!asker.handles() || !row.department().equals(asker.department())) {
            return List.of();
        }
        Instant now = clock.instant();
        Actor by = asker.actor();
        Map<String, Command> trials = new LinkedHashMap<>();
        trials.put("acceptance", new Command.Accept(by, now));
        trials.put("progress-notes", new Command.NoteProgress("-", List.of(), by, now));
        trials.put("completion", new Command.Complete("-", PHOTOS, by, now));
        trials.put("returns", new Command.RequestReturn(NONE, "-", "-", List.of(), asker.roles(), by, now));
        Assignment assignment = row.toAssignment();
        List<String> actions = new ArrayList<>();
        trials.forEach((action, command) -> {
            if (decider.decide(assignment, command) instanceof Done) {
                actions.add(action);
            }
        });
        return actions;
    }
}
