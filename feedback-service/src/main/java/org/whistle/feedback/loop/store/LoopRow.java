package org.whistle.feedback.loop.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code loop}; {@code street} is the database's. */
public final class LoopRow implements Cloneable {

    public UUID ticketId;
    public long version;
    public String state;
    public String ticketNo;
    public String matter;

    @Nullable
    public String type;

    @Nullable
    public String condition;

    @Nullable
    public String urgency;

    public String grid;
    public double longitude;
    public double latitude;
    public String filedBy;
    public Instant filedAt;
    public int partition;
    public int round;
    public int reopened;
    public int reworks;
    public int returns;
    public int attempts;

    @Nullable
    public Instant firstDispatchedAt;

    @Nullable
    public String firstDepartment;

    @Nullable
    public String leadDepartment;

    /** When it came into its present state. */
    public Instant since;

    @Nullable
    public Instant stageDueAt;

    @Nullable
    public Instant closeDueAt;

    @Nullable
    public Instant closedAt;

    @Nullable
    public String outcome;

    /** The ticket it goes on in, or was closed with; null for tickets that stand for themselves. */
    @Nullable
    public UUID mergedInto;

    /** The row as it is now, which what comes behind does not change. */
    LoopRow copy() {
        try {
            return (LoopRow) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
