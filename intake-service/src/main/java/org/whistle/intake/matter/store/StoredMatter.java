package org.whistle.intake.matter.store;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.intake.matter.Matter;
import org.whistle.intake.report.store.StoredReport;
import org.whistle.intake.reporter.Whistleblower;

/**
 * A matter with the report that began it.
 *
 * @param whistleblower what belongs to a report whose reporter must stay hidden, so that no event names the account; null
 *     for other reports
 * @param version counts its changes, from 0
 * @param level the level that has it, or that had it last
 * @param answer how it was settled below the street; null when it was not
 * @param changedAt when it last changed
 */
public record StoredMatter(
        StoredReport report,
        @Nullable Whistleblower whistleblower,
        long version,
        MatterKind kind,
        State state,
        ChainLevel level,
        @Nullable String answer,
        Instant changedAt) {

    /** Columns of a matter beside those of its report; {@code m} is the matter, {@code r} the report. */
    static final String COLUMNS = """
            r.*, m.version as matter_version, m.kind as matter_kind, m.state as matter_state, m.level as matter_level,
            m.answer, m.changed_at, w.report_id is not null as hidden, w.about""";

    /** Where they come from. */
    static final String TABLES =
            "matter m join report r on r.id = m.id left join whistleblower w on w.report_id = m.id";

    /** How far it is. */
    public enum State {
        OPEN,
        ANSWERED,
        PASSED_UP;

        /** The word of the wire and of the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(Matter matter) {
            return switch (matter) {
                case Matter.Open ignored -> OPEN;
                case Matter.Answered ignored -> ANSWERED;
                case Matter.PassedUp ignored -> PASSED_UP;
            };
        }

        private static State ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    static StoredMatter of(Row row) {
        return new StoredMatter(
                StoredReport.of(row),
                row.getBoolean("hidden") ? new Whistleblower(row.getString("about")) : null,
                row.getLong("matter_version"),
                MatterKind.valueOf(row.getString("matter_kind")),
                State.ofWord(row.getString("matter_state")),
                ChainLevel.valueOf(row.getString("matter_level")),
                row.getString("answer"),
                row.getOffsetDateTime("changed_at").toInstant());
    }

    /** The matter as its decider knows it. */
    Matter toMatter() {
        return switch (state) {
            case OPEN -> new Matter.Open(report.id(), kind, level);
            case ANSWERED -> new Matter.Answered(report.id(), level);
            case PASSED_UP -> new Matter.PassedUp(report.id());
        };
    }

    /**
     * The ticket it becomes when the street is to have it: all as it was reported.
     *
     * @param at when it becomes one; from then on the street's clocks run
     * @param trackingDigest digest of the code by which the reporter follows it
     */
    ReportFiled toTicket(Instant at, String trackingDigest) {
        return new ReportFiled(
                report.id(),
                report.ticketNo(),
                report.matter(),
                report.type(),
                report.condition(),
                report.urgency(),
                report.text(),
                report.place(),
                report.position(),
                report.address(),
                report.assetId(),
                report.assetMark(),
                report.photos(),
                report.reporter(),
                report.account(),
                report.outsideOwnGrid(),
                List.of(),
                at,
                trackingDigest,
                whistleblower == null ? null : whistleblower.about());
    }
}
