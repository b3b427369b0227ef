package org.whistle.intake.alarm.store;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.intake.AlarmAcknowledged;
import org.whistle.contracts.intake.AlarmLevel;
import org.whistle.contracts.intake.IntakeEvent;
import org.whistle.contracts.intake.MarkedSafe;
import org.whistle.intake.alarm.Alarm;
import org.whistle.intake.report.store.StoredReport;

/**
 * An alarm with the report that raised it.
 *
 * @param version counts its changes, from 0
 * @param raisedAt when the emergency was reported
 * @param acknowledged the levels that know, and who said so when
 * @param safe who said that the danger is over, and when; null while it lasts
 * @param note what was done to make it safe
 */
public record StoredAlarm(
        StoredReport report,
        long version,
        Instant raisedAt,
        Map<AlarmLevel, Said> acknowledged,
        @Nullable Said safe,
        @Nullable String note) {

    /** Columns of an alarm beside those of its report; {@code a} is the alarm, {@code r} the report. */
    static final String COLUMNS = """
            r.*, a.version as alarm_version, a.raised_at, a.community_at, a.community_by, a.street_at, a.street_by,
            a.district_at, a.district_by, a.safe_at, a.safe_by, a.note""";

    public StoredAlarm {
        acknowledged = Collections.unmodifiableMap(new EnumMap<>(acknowledged));
    }

    /** Who said something, and when. */
    public record Said(Instant at, String account) {}

    static StoredAlarm of(Row row) {
        Map<AlarmLevel, Said> acknowledged = new EnumMap<>(AlarmLevel.class);
        for (AlarmLevel level : AlarmLevel.values()) {
            Said said = said(row, level.name().toLowerCase(Locale.ROOT));
            if (said != null) {
                acknowledged.put(level, said);
            }
        }
        return new StoredAlarm(
                StoredReport.of(row),
                row.getLong("alarm_version"),
                row.getOffsetDateTime("raised_at").toInstant(),
                acknowledged,
                said(row, "safe"),
                row.getString("note"));
    }

    private static @Nullable Said said(Row row, String what) {
        OffsetDateTime at = row.getOffsetDateTime(what + "_at");
        return at == null ? null : new Said(at.toInstant(), row.getString(what + "_by"));
    }

    /** The alarm as its decider knows it. */
    Alarm toAlarm() {
        return safe == null ? new Alarm.Raised(report.id(), acknowledged.keySet()) : new Alarm.Safe(report.id());
    }

    /** {@code open} while a level has not acknowledged, {@code acknowledged}, {@code safe}. */
    public String state() {
        return switch (toAlarm()) {
            case Alarm.Raised raised -> raised.isKnownToAll() ? "acknowledged" : "open";
            case Alarm.Safe ignored -> "safe";
        };
    }

    /** The row after an event of the alarm. */
    StoredAlarm after(IntakeEvent event) {
        return switch (event) {
            case AlarmAcknowledged said -> {
                Map<AlarmLevel, Said> next = new EnumMap<>(AlarmLevel.class);
                next.putAll(acknowledged);
                next.put(said.level(), new Said(said.acknowledgedAt(), said.by().account()));
                yield new StoredAlarm(report, version + 1, raisedAt, next, safe, note);
            }
            case MarkedSafe said ->
                new StoredAlarm(
                        report,
                        version + 1,
                        raisedAt,
                        acknowledged,
                        new Said(said.safeAt(), said.by().account()),
                        said.note());
            case IntakeEvent other -> throw new IllegalStateException("no event of an alarm: " + other.getClass());
        };
    }
}
