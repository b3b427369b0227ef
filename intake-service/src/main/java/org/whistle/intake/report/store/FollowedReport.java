package org.whistle.intake.report.store;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whistle.intake.fate.Fate;

/**
 * A report together with what became of its ticket.
 *
 * @param state word of the state; {@code registered} for a routine matter
 * @param stage the part of the loop it is waiting in
 * @param lead code of the body that leads; null while none does
 * @param dueAt until when the lead is to have handled it
 * @param departments codes of all bodies that have it now
 * @param explanation what the reporter is told when it was not accepted
 * @param version counts the changes of the fate, from 0
 */
public record FollowedReport(
        StoredReport report,
        String state,
        String stage,
        @Nullable String lead,
        @Nullable Instant dueAt,
        List<String> departments,
        @Nullable String explanation,
        long version) {

    /** The state of a routine matter: registered, and done with. */
    public static final String REGISTERED = "registered";

    static FollowedReport of(Row row) {
        StoredReport report = StoredReport.of(row);
        String state = row.getString("state");
        if (report.kind() == StoredReport.Kind.ROUTINE) {
            return new FollowedReport(report, REGISTERED, Fate.Stage.ENDED.word(), null, null, List.of(), null, 0);
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
                row.getString("explanation"),
                state == null ? 0 : row.getLong("fate_version"));
    }
}
