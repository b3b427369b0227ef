package org.whistle.feedback.loop.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code leg}. It is changed only by who holds its loop. */
public final class LegRow {

    public UUID assignmentId;
    public UUID ticketId;
    public int round;
    public String department;
    public String role;

    @Nullable
    public String type;

    public String grid;
    public Instant issuedAt;
    public Instant dueAt;

    @Nullable
    public Instant acceptedAt;

    @Nullable
    public Instant pausedAt;

    @Nullable
    public Instant completedAt;

    @Nullable
    public Instant reworkedAt;

    public boolean reworkPending;
    public int reworks;

    @Nullable
    public Instant endedAt;

    @Nullable
    public String endedBy;

    /** What the body is to do; null when it is simply to handle the matter. */
    @Nullable
    public String task;

    public int extensions;

    @Nullable
    public Instant suspendedUntil;

    @Nullable
    public Instant checkedInAt;

    /** Whether an appeal excused the statistics; only the appeals write it. */
    public boolean excused;
}
