package org.whistle.feedback.sla;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is counted of a fact: all of it, or what meets a condition. Each is counted in two ways that agree: over the
 * facts themselves, and, for days that are over, as a sum of what the database's triggers keep in {@code tally}; the
 * triggers are made of these very conditions.
 */
public enum Measure {
    LEGS_DUE(Fact.DUE_LEGS, "true"),
    LEGS_HANDLED(Fact.DUE_LEGS, "f.completed_at is not null"),
    LEGS_ON_TIME(Fact.DUE_LEGS, "f.completed_at <= f.due_at"),
    LEGS_EXTENDED(Fact.DUE_LEGS, "f.extensions > 0"),
    /** Not kept, but the difference of two that are. */
    LEGS_OVERDUE(Fact.DUE_LEGS, "f.completed_at is null"),
    CLOSE_DUE(Fact.TICKETS_DUE_FOR_CLOSING, "true"),
    CLOSED(Fact.TICKETS_DUE_FOR_CLOSING, "f.closed_at is not null"),
    CLOSED_ON_TIME(Fact.TICKETS_DUE_FOR_CLOSING, "f.closed_at <= f.close_due_at"),
    REWORKED(Fact.TICKETS_DUE_FOR_CLOSING, "f.reworks > 0"),
    DISPATCHED(Fact.DISPATCHED_TICKETS, "true"),
    NEVER_RETURNED(Fact.DISPATCHED_TICKETS, "f.returns = 0"),
    WHISTLED(Fact.DISPATCHED_TICKETS, "f.whistled"),
    REPORTS(Fact.REPORTS, "true"),
    VALID(Fact.REPORTS, "f.state <> 'registered' and coalesce(f.outcome, '') <> 'not-accepted'"),
    CONTACTS_DUE(Fact.DUE_CALLBACKS, "true"),
    CONTACTED_ON_TIME(Fact.DUE_CALLBACKS, "f.contacted_at <= f.due_at"),
    ANSWERS(Fact.ANSWERS, "true"),
    SOLVED(Fact.ANSWERS, "f.solved"),
    SATISFIED(Fact.ANSWERS, "f.satisfaction = 'satisfied'"),
    FAIR(Fact.ANSWERS, "f.satisfaction = 'fair'"),
    RATINGS(Fact.RATINGS, "true"),
    RATINGS_SATISFIED(Fact.RATINGS, "f.rating = 'satisfied'"),
    RATINGS_FAIR(Fact.RATINGS, "f.rating = 'fair'"),
    COMMUNITY_RATINGS(Fact.COMMUNITY_RATINGS, "true"),
    COMMUNITY_RATINGS_SATISFIED(Fact.COMMUNITY_RATINGS, "f.rating = 'satisfied'"),
    COMMUNITY_RATINGS_FAIR(Fact.COMMUNITY_RATINGS, "f.rating = 'fair'");

    private final Fact fact;
    private final String condition;
    private final String word;

    Measure(Fact fact, String condition) {
        this.fact = fact;
        this.condition = condition;
        this.word = name().toLowerCase(Locale.ROOT);
    }

    /** What it counts. */
    public Fact fact() {
        return fact;
    }

    /** What of the fact belongs to it, as SQL over {@code f}. */
    public String condition() {
        return condition;
    }

    /** Its count in a row {@code t} of {@code tally}, as SQL; null for none. */
    public String tallied() {
        return this == LEGS_OVERDUE ? "coalesce(t.legs_due, 0) - coalesce(t.legs_handled, 0)" : "t." + word();
    }

    /** The columns of {@code tally} it needs. */
    public List<String> columns() {
        return this == LEGS_OVERDUE ? List.of("legs_due", "legs_handled") : List.of(word());
    }

    /** Its name in SQL. */
    public String word() {
        return word;
    }

    /** Those that have a column in {@code tally}. */
    public static List<Measure> kept() {
        return Arrays.stream(values())
                .filter(measure -> measure != LEGS_OVERDUE)
                .toList();
    }

    /** Those of one fact, out of some. */
    public static List<Measure> of(Fact fact, Set<Measure> some) {
        return Arrays.stream(values())
                .filter(measure -> measure.fact == fact && some.contains(measure))
                .toList();
    }
}
