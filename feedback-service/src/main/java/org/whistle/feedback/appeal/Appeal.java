package org.whistle.feedback.appeal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A department's appeal against counting one of its legs as overdue, one type for each state (DOMAIN.md §4). */
public sealed interface Appeal {

    /** Level of the street. */
    int FIRST = 1;

    /** Level of the district; only after a refusal at the first. */
    int SECOND = 2;

    /** What it is about, and what was said. */
    Case about();

    /** The level that has it or had it last. */
    default int level() {
        return about().hearings().getLast().level();
    }

    /** A level has to decide. */
    record Open(Case about) implements Appeal {}

    /** The level refused; after the first, the department may go to the second. */
    record Refused(Case about) implements Appeal {}

    /** The statistics leave the leg out. */
    record Excused(Case about) implements Appeal {}

    /**
     * What it is about.
     *
     * @param type of the matter, or null
     * @param grid where the matter lies
     * @param dueAt when the leg's limit was used up
     * @param completedAt when the department confirmed, later than that
     * @param hearings one for each level it came to, the first first
     */
    record Case(
            UUID id,
            UUID ticketId,
            UUID assignmentId,
            String department,
            @Nullable String type,
            String grid,
            Instant dueAt,
            Instant completedAt,
            List<Hearing> hearings) {

        public Case {
            hearings = List.copyOf(hearings);
        }

        Case with(Hearing next) {
            List<Hearing> all = new ArrayList<>(hearings);
            all.removeIf(hearing -> hearing.level() == next.level());
            all.add(next);
            return new Case(id, ticketId, assignmentId, department, type, grid, dueAt, completedAt, all);
        }
    }

    /**
     * One level's part.
     *
     * @param reason the grounds the department gave
     * @param verdict what the level decided, or null while it has not
     */
    record Hearing(
            int level,
            String reason,
            String by,
            Instant at,
            @Nullable Verdict verdict) {

        Hearing decided(Verdict decision) {
            return new Hearing(level, reason, by, at, decision);
        }
    }

    /** A level's reason, and who gave it. */
    record Verdict(String reason, String by, Instant at) {}
}
