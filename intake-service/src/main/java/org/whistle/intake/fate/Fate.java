package org.whistle.intake.fate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What became of a ticket so far.
 *
 * @param round 0 before the first dispatch, then the dispatch it is in
 * @param type the type it was dispatched under; null before, and then the report's own counts
 * @param condition likewise
 * @param legs the bodies that have it now, the lead first
 * @param explanation what the reporter is told when it was not accepted
 * @param mergedInto the ticket it goes on in, while it is merged
 */
public record Fate(
        UUID ticketId,
        State state,
        int round,
        @Nullable String type,
        @Nullable String condition,
        List<Leg> legs,
        @Nullable String explanation,
        @Nullable UUID mergedInto) {

    public Fate {
        legs = List.copyOf(legs);
    }

    /** Filed, and nothing has happened yet. */
    public static Fate filed(UUID ticketId) {
        return new Fate(ticketId, State.FILED, 0, null, null, List.of(), null, null);
    }

    /** Whether it can still move by itself: neither closed nor refused nor merged. */
    public boolean isOpen() {
        return state != State.CLOSED && state != State.NOT_ACCEPTED && state != State.MERGED;
    }

    /** The same ticket, going on in another. */
    public Fate merged(UUID into) {
        return new Fate(ticketId, State.MERGED, round, type, condition, List.of(), explanation, into);
    }

    /** It stands for itself again and waits for the street, which dispatches it anew in its next round. */
    public Fate unmerged() {
        return new Fate(ticketId, State.FILED, round, type, condition, List.of(), explanation, null);
    }

    /** The leg that leads, when a body has it. */
    public Optional<Leg> lead() {
        return legs.stream().filter(Leg::lead).findFirst();
    }

    /** The leg of an assignment. */
    public Optional<Leg> leg(UUID assignmentId) {
        return legs.stream()
                .filter(leg -> leg.assignmentId().equals(assignmentId))
                .findFirst();
    }

    /** The bodies that have it now. */
    public List<String> departments() {
        return legs.stream().map(Leg::department).toList();
    }

    Fate in(State next) {
        return new Fate(ticketId, next, round, type, condition, legs, explanation, mergedInto);
    }

    Fate inRound(int next) {
        return new Fate(ticketId, state, next, type, condition, legs, explanation, mergedInto);
    }

    Fate with(List<Leg> next) {
        return new Fate(ticketId, state, round, type, condition, next, explanation, mergedInto);
    }

    Fate withLeg(UUID assignmentId, UnaryOperator<Leg> change) {
        List<Leg> next = new ArrayList<>(legs);
        next.replaceAll(leg -> leg.assignmentId().equals(assignmentId) ? change.apply(leg) : leg);
        return with(next);
    }

    /** How far it is; the words of the wire in lower case with hyphens. */
    public enum State {
        /** Filed, not yet looked at by the street. */
        FILED(Stage.DISPATCH),
        /** In the street's queue, where a person decides. */
        QUEUED(Stage.DISPATCH),
        /** With the bodies responsible. */
        DISPATCHED(Stage.ACCEPT),
        /** The lead has taken it. */
        ACCEPTED(Stage.HANDLE),
        /** Every body says it is handled. */
        COMPLETED(Stage.VERIFY),
        /** Seen on site: fixed. */
        VERIFIED(Stage.FEEDBACK),
        /** Seen on site: not fixed; back at the same body. */
        REWORK(Stage.HANDLE),
        /** The reporter says it is not solved. */
        REOPENED(Stage.DISPATCH),
        /** The loop has ended. */
        CLOSED(Stage.ENDED),
        /** Belongs elsewhere; the reporter was told where. */
        NOT_ACCEPTED(Stage.ENDED),
        /** The same matter as another ticket, and goes on in that. */
        MERGED(Stage.ENDED);

        private final Stage stage;

        State(Stage stage) {
            this.stage = stage;
        }

        /** The part of the loop it is waiting in. */
        public Stage stage() {
            return stage;
        }

        /** The word of the wire. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The state behind a word. @throws IllegalArgumentException when there is none such */
        public static State ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** The parts of the loop as a reporter follows them. */
    public enum Stage {
        /** With the chain below the street; no ticket yet. */
        DISCOVER,
        DISPATCH,
        ACCEPT,
        HANDLE,
        VERIFY,
        FEEDBACK,
        ENDED;

        /** The word of the wire. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One body's part.
     *
     * @param lead whether it leads
     * @param paused whether its handling clock stands still because a return is decided
     * @param dueAt until when it is to be handled
     */
    public record Leg(
            UUID assignmentId, String department, boolean lead, Progress progress, boolean paused, Instant dueAt) {

        Leg in(Progress next) {
            return new Leg(assignmentId, department, lead, next, paused, dueAt);
        }

        Leg paused(boolean now) {
            return new Leg(assignmentId, department, lead, progress, now, dueAt);
        }

        Leg due(Instant at) {
            return new Leg(assignmentId, department, lead, progress, paused, at);
        }
    }

    /** How far one body is. */
    public enum Progress {
        ASSIGNED,
        ACCEPTED,
        COMPLETED
    }
}
