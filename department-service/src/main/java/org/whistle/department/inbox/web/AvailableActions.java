package org.whistle.department.inbox.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Position;
import org.whistle.department.assignment.Assignment;
import org.whistle.department.assignment.Command;
import org.whistle.department.assignment.Decider;
import org.whistle.department.assignment.Decision.Done;
import org.whistle.department.assignment.Particulars.Call;
import org.whistle.department.assignment.store.AssignmentRow;

/** What a caller may do with an assignment now, found by asking the decider itself. */
@ApplicationScoped
class AvailableActions {

    private static final UUID NONE = new UUID(0, 0);
    /** As many photos as a command may carry: whether there are enough is not known before it is made. */
    private static final List<UUID> PHOTOS = Collections.nCopies(9, NONE);

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Position NOWHERE = new Position(0, 0);

    private final Decider decider;
    private final Clock clock;

    AvailableActions(Decider decider, Clock clock) {
        this.decider = decider;
        this.clock = clock;
    }

    /** How many photos a completion needs, as the city has set it. */
    int photosNeeded() {
        return decider.rules().completionPhotosMin();
    }

    /**
     * Names of sub-resources, {@code endorsement} and {@code decline} below the request that waits; none for those who
     * only look on.
     */
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
        trials.put("extensions", new Command.RequestExtension(NONE, "-", List.of(), asker.roles(), by, now));
        // As short as can be: whether the end is near enough is not known before it is named.
        trials.put(
                "suspensions",
                new Command.RequestSuspension(NONE, "-", now.plus(SHORTEST), List.of(), asker.roles(), by, now));
        UUID request = row.request() == null ? NONE : row.request().requestId();
        trials.put("endorsement", new Command.Endorse(request, asker.roles(), by, now));
        trials.put("decline", new Command.Decline(request, "-", asker.roles(), by, now));
        // At the meeting point itself: where the caller is, is not known before they say so.
        Call call = row.particulars().call();
        trials.put("check-in", new Command.CheckIn(call == null ? NOWHERE : call.meetingPoint(), by, now));
        trials.put("ownership", new Command.AnswerOwnership(true, "-", by, now));
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
