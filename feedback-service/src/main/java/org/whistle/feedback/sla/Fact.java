package org.whistle.feedback.sla;

/**
 * Where a rate's facts stand: the rows it counts, the instant that puts a row into a period, and the body it is
 * attributed to. SQL of this program's own, never a caller's text. The database's triggers are made of the same rules.
 */
public enum Fact {
    /** Legs by the instant their handling limit is used up; each leg counts for its own body, unless it was excused. */
    DUE_LEGS("leg", "f.due_at", "f.department", """
            f.ended_at is null and not f.excused
            and (f.completed_at is not null or (f.paused_at is null and f.due_at <= $1))"""),
    /** Tickets by the instant they should be closed; attributed to the lead of the last round. */
    TICKETS_DUE_FOR_CLOSING("loop", "f.close_due_at", "f.lead_department", """
            f.close_due_at is not null and f.merged_into is null and coalesce(f.outcome, '') <> 'not-accepted'
            and (f.closed_at is not null or f.close_due_at <= $1)"""),
    /** Tickets by their first dispatch; attributed to the lead of the first round. */
    DISPATCHED_TICKETS(
            "loop",
            "f.first_dispatched_at",
            "f.first_department",
            "f.first_dispatched_at is not null and f.merged_into is null"),
    /** All reports by their filing, but not those merged into another; attributed to the lead, when there is one. */
    REPORTS("loop", "f.filed_at", "f.lead_department", "f.merged_into is null"),
    /** Call-backs by the instant the reporter should have been contacted; attributed to who led the handling. */
    DUE_CALLBACKS("callback", "f.due_at", "f.department", "(f.contacted_at is not null or f.due_at <= $1)"),
    /** Call-backs by the instant of the answer; attributed to who led the handling. */
    ANSWERS("callback", "f.contacted_at", "f.department", "f.solved is not null"),
    /** The street's ratings of bodies by the instant of the rating. */
    RATINGS("leg_rating", "f.rated_at", "f.department", "true"),
    /** The communities' ratings of bodies by the instant of the rating. */
    COMMUNITY_RATINGS("community_rating", "f.rated_at", "f.department", "true");

    private final String table;
    private final String instant;
    private final String department;
    private final String counted;

    Fact(String table, String instant, String department, String counted) {
        this.table = table;
        this.instant = instant;
        this.department = department;
        this.counted = counted;
    }

    /** The table, to be named {@code f}. */
    public String table() {
        return table;
    }

    /** The column that puts a row into a period. */
    public String instant() {
        return instant;
    }

    /** The column of the body. */
    public String department() {
        return department;
    }

    /** What belongs to the denominator; {@code $1} is now. */
    public String counted() {
        return counted;
    }

    /** The same as if every day were over, which is how the counts are kept. */
    public String countedInTheEnd() {
        return counted.replace("$1", "'infinity'::timestamptz") + " and " + instant + " is not null";
    }
}
