package org.whistle.department.assignment.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Clock;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentRecalled.Cause;
import org.whistle.contracts.department.ProgressNoted;
import org.whistle.department.assignment.Assignment;
import org.whistle.department.assignment.Assignment.Acceptance;
import org.whistle.department.assignment.Assignment.Accepted;
import org.whistle.department.assignment.Assignment.Completed;
import org.whistle.department.assignment.Assignment.Issued;
import org.whistle.department.assignment.Assignment.Leg;
import org.whistle.department.assignment.Assignment.Recalled;
import org.whistle.department.assignment.Assignment.Rest;
import org.whistle.department.assignment.Assignment.ReturnPending;
import org.whistle.department.assignment.Assignment.Settled;
import org.whistle.department.assignment.Assignment.Suspended;
import org.whistle.department.assignment.Assignment.Terms;
import org.whistle.department.assignment.Decider;
import org.whistle.department.assignment.Happening;
import org.whistle.department.assignment.Happening.Announced;
import org.whistle.department.assignment.Particulars;
import org.whistle.department.assignment.Request;
import org.whistle.department.assignment.Stage;

/**
 * An assignment as it is kept: the one place where the sealed states meet the columns. {@link AssignmentBatch}
 * reads and writes it. What belongs to an earlier state (who had accepted it before the recall) stays in its columns.
 */
public final class AssignmentRow implements Cloneable {

    UUID id;

    long received;

    Instant receivedAt;

    long version;

    UUID ticketId;

    String department;

    String grid;

    /** JSON of the {@code AssignmentIssued} as it came. */
    String issue;

    String stage;

    boolean open;

    Instant handleStartedAt;

    Instant handleWarnAt;

    Instant handleDueAt;

    Instant handleSuperviseAt;

    Instant returnBy;

    int returnsLeft;

    /** The return asked for last. */
    @Nullable
    UUID returnId;

    @Nullable
    Instant reworkedAt;

    /** When progress was noted last. */
    @Nullable
    Instant notedAt;

    @Nullable
    String handler;

    @Nullable
    Instant acceptedAt;

    @Nullable
    Instant completedAt;

    @Nullable
    String recallCause;

    /** When it was recalled or settled. */
    @Nullable
    Instant endedAt;

    /** JSON of {@link Details}; null in rows of before, where the issue says all of it. */
    @Nullable
    String details;

    /** The same, once it has been read. */
    private @Nullable Details read;

    /** The assignment in its state. */
    public Assignment toAssignment() {
        Leg leg = new Leg(ticketId, id, department);
        return switch (Stage.ofWord(stage)) {
            case ISSUED -> new Issued(leg, terms());
            case ACCEPTED -> new Accepted(leg, terms(), known(acceptance()));
            case RETURN_PENDING -> new ReturnPending(leg, terms(), known(returnId), acceptance());
            case SUSPENDED ->
                new Suspended(leg, terms(), known(acceptance()), known(details().rest()));
            case COMPLETED -> new Completed(leg, terms(), known(acceptance()), known(completedAt));
            case RECALLED -> new Recalled(leg, Cause.valueOf(known(recallCause)), known(endedAt));
            case SETTLED -> new Settled(leg, known(endedAt));
        };
    }

    /** Applies what was decided on it. */
    void apply(Happening happening) {
        take(Decider.evolve(toAssignment(), happening));
        if (happening instanceof Announced(ProgressNoted note)) {
            // A note changes no state, but it is a change: whoever read the assignment before it is behind.
            notedAt = note.notedAt();
        }
    }

    /** Takes over a new state; the version is the caller's to move. */
    void take(Assignment assignment) {
        Stage now = Stage.of(assignment);
        stage = now.word();
        open = now.open();
        switch (assignment) {
            case Issued s -> take(s.terms(), null);
            case Accepted s -> {
                take(s.terms(), s.acceptance());
                // After a rework it is not completed any more.
                completedAt = null;
            }
            case ReturnPending s -> take(s.terms(), s.acceptance());
            case Suspended s -> {
                take(s.terms(), s.acceptance());
                keep(new Details(s.terms().particulars(), s.rest()));
            }
            case Completed s -> {
                take(s.terms(), s.acceptance());
                completedAt = s.completedAt();
            }
            case Recalled s -> {
                recallCause = s.cause().name();
                endedAt = s.recalledAt();
                keep(new Details(particulars().withoutRequest(), null));
            }
            case Settled s -> {
                endedAt = s.settledAt();
                keep(new Details(particulars().withoutRequest(), null));
            }
        }
    }

    /** The row as it is now, which what comes behind does not change. */
    AssignmentRow copy() {
        try {
            return (AssignmentRow) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The handling clock. */
    public Clock handle() {
        return new Clock(handleStartedAt, handleWarnAt, handleDueAt, handleSuperviseAt);
    }

    private void take(Terms terms, @Nullable Acceptance acceptance) {
        handleStartedAt = terms.handle().startedAt();
        handleWarnAt = terms.handle().warnAt();
        handleDueAt = terms.handle().dueAt();
        handleSuperviseAt = terms.handle().superviseAt();
        returnsLeft = terms.returnsLeft();
        returnId = terms.lastReturn();
        reworkedAt = terms.lastRework();
        handler = acceptance == null ? null : acceptance.handler();
        acceptedAt = acceptance == null ? null : acceptance.at();
        keep(new Details(terms.particulars(), null));
    }

    private Terms terms() {
        return new Terms(handle(), returnBy, returnsLeft, returnId, reworkedAt, particulars());
    }

    private Details details() {
        if (read == null) {
            read = details == null
                    ? new Details(
                            Particulars.of(
                                    WireFormat.read(AssignmentIssued.class, issue.getBytes(StandardCharsets.UTF_8))),
                            null)
                    : Details.read(details);
        }
        return read;
    }

    private void keep(Details now) {
        if (!now.equals(details())) {
            read = now;
            details = now.json();
        }
    }

    private @Nullable Acceptance acceptance() {
        return handler == null || acceptedAt == null ? null : new Acceptance(handler, acceptedAt);
    }

    private <T> T known(@Nullable T value) {
        return Objects.requireNonNull(
                value, () -> "a column that stage " + stage + " needs is empty, assignment " + id);
    }

    /** Its task, its whistle, and what was asked for. */
    public Particulars particulars() {
        return details().particulars();
    }

    /** What waits for the manager or the street. */
    public @Nullable Request request() {
        return particulars().request();
    }

    /** The suspension it is under. */
    public @Nullable Rest rest() {
        return details().rest();
    }

    public UUID id() {
        return id;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public String department() {
        return department;
    }

    /** The grid's code, 15 digits. */
    public String grid() {
        return grid;
    }

    /** Its place in the order of receipt. */
    public long received() {
        return received;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public long version() {
        return version;
    }

    /** JSON of the {@code AssignmentIssued} as it came. */
    public String issue() {
        return issue;
    }

    public @Nullable Instant completedAt() {
        return completedAt;
    }

    public @Nullable Instant notedAt() {
        return notedAt;
    }

    public @Nullable Instant reworkedAt() {
        return reworkedAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public @Nullable String handler() {
        return handler;
    }

    public @Nullable Instant acceptedAt() {
        return acceptedAt;
    }

    public Stage stage() {
        return Stage.ofWord(stage);
    }

    public Instant returnBy() {
        return returnBy;
    }

    public int returnsLeft() {
        return returnsLeft;
    }
}
