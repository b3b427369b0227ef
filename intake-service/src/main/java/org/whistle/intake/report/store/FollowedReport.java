package org.whistle.intake.report.store;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.intake.fate.Fate;

/**
 * A report together with what became of its ticket.
 *
 * @param state word of the state; {@code registered} for a routine matter, the level that has it for one that the
 *     chain below the street has, {@code answered} when that settled it
 * @param stage the part of the loop it is waiting in
 * @param lead code of the body that leads; null while none does
 * @param dueAt until when the lead is to have handled it
 * @param departments codes of all bodies that have it now
 * @param answer how the chain below the street settled it, when it did
 * @param explanation what the reporter is told when it was not accepted
 * @param mergedInto the ticket it goes on in, when it was merged
 * @param version counts the changes of the matter and the fate, from 0
 */
public record FollowedReport(
        StoredReport report,
        String state,
        String stage,
        @Nullable String lead,
        @Nullable Instant dueAt,
        List<String> departments,
        @Nullable String answer,
        @Nullable String explanation,
        @Nullable UUID mergedInto,
        long version) {

    /** The state of a routine matter: registered, and done with. */
    public static final String REGISTERED = "registered";

    /** The state of a matter that the chain below the street settled. */
    public static final String ANSWERED = "answered";

    private static final String OPEN = "open";

    static FollowedReport of(Row row) {
        StoredReport report = StoredReport.of(row);
        String state = row.getString("state");
        if (report.kind() == StoredReport.Kind.ROUTINE) {
            return below(report, REGISTERED, Fate.Stage.ENDED, null, 0);
        }
        String matter = row.getString("matter_state");
        long steps = matter == null ? 0 : row.getLong("matter_version");
        if (OPEN.equals(matter)) {
            return below(report, word(row.getString("matter_level")), Fate.Stage.DISCOVER, null, steps);
        }
        if (ANSWERED.equals(matter)) {
            return below(report, ANSWERED, Fate.Stage.ENDED, row.getString("answer"), steps);
        }
        Fate.State known = state == null ? Fate.State.FILED : Fate.State.ofWord(state);
        OffsetDateTime due = row.getOffsetDateTime("due_at");
        String[] departments = row.getArrayOfStrings("departments");
        return new FollowedReport(
                report,
                known.word(),
                known.stage().word(),
                row.getString("lead"),
                due == null ? null : due.toInstant(),
                departments == null ? List.of() : List.of(departments),
                null,
                row.getString("explanation"),
                row.getUUID("merged_into"),
                steps + (state == null ? 0 : row.getLong("fate_version")));
    }

    /** What is no ticket, and so is with no body. */
    private static FollowedReport below(
            StoredReport report, String state, Fate.Stage stage, @Nullable String answer, long version) {
        return new FollowedReport(report, state, stage.word(), null, null, List.of(), answer, null, null, version);
    }

    /** The word of a level. */
    static String word(String level) {
        return level.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
