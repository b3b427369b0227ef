package org.whistle.department.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.whistle.contracts.Actor;

/** What a department may want to do with an assignment. */
public sealed interface Command {

    /** Who wants it. */
    Actor by();

    /** When it came in: the service's own clock, never the sender's, so that nobody can backdate. */
    Instant at();

    /** Take it (主动承接). */
    record Accept(Actor by, Instant at) implements Command {}

    /** Tell how far it is. */
    record NoteProgress(String note, List<UUID> photos, Actor by, Instant at) implements Command {}

    /** Confirm that it is handled. */
    record Complete(String result, List<UUID> photos, Actor by, Instant at) implements Command {}

    /**
     * Object (退单).
     *
     * @param returnId id of the return, given by the caller so that the decision stays pure
     * @param roles the roles of who asks
     */
    record RequestReturn(
            UUID returnId, String reason, String legalBasis, List<UUID> photos, Set<String> roles, Actor by, Instant at)
            implements Command {}
}
