package org.whistle.department.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Position;

/** What a department may want to do with an assignment. */
public sealed interface Command {

    /** Who wants it. */
    Actor by();

    /** When it came in: the service's own clock, never the sender's, so that nobody can backdate. */
    Instant at();

    /** Evidence photos it shows; most show none. */
    default List<UUID> photos() {
        return List.of();
    }

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

    /**
     * Ask for one more limit (延期).
     *
     * @param requestId id of the request, given by the caller so that the decision stays pure
     * @param roles the roles of who asks; a manager endorses by asking
     */
    record RequestExtension(UUID requestId, String reason, List<UUID> photos, Set<String> roles, Actor by, Instant at)
            implements Command {}

    /**
     * Ask that it may rest (挂账).
     *
     * @param until when it should go on
     * @param roles the roles of who asks; a manager endorses by asking
     */
    record RequestSuspension(
            UUID requestId, String reason, Instant until, List<UUID> photos, Set<String> roles, Actor by, Instant at)
            implements Command {}

    /** Endorse what a handler asked for, so that it goes to the street. */
    record Endorse(UUID requestId, Set<String> roles, Actor by, Instant at) implements Command {}

    /** Do not endorse what a handler asked for. */
    record Decline(UUID requestId, String reason, Set<String> roles, Actor by, Instant at) implements Command {}

    /**
     * Be on site, as a whistle calls for (到场签到).
     *
     * @param position where, WGS 84
     */
    record CheckIn(Position position, Actor by, Instant at) implements Command {}

    /**
     * Say whether the asset is one's own (认领).
     *
     * @param basis what was looked at
     */
    record AnswerOwnership(boolean mine, String basis, Actor by, Instant at) implements Command {}
}
