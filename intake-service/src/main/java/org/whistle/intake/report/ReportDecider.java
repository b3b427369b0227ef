package org.whistle.intake.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Place;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.intake.AlarmLevel;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.contracts.intake.MatterOpened;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.contracts.intake.ReportJoined;
import org.whistle.contracts.intake.RoutineRegistered;
import org.whistle.district.Coordinates;
import org.whistle.intake.grid.GridRule;
import org.whistle.intake.report.Decision.Accepted;
import org.whistle.intake.report.Decision.Rejected;
import org.whistle.intake.report.Facts.Issue;
import org.whistle.intake.report.Facts.Target;

/** Decides what becomes of a report (DOMAIN.md §1 discover, §2 kinds of matter, §3.1–3.3). */
public final class ReportDecider {

    /** How far a ticket may lie away and still be the same matter, metres. */
    public static final int JOIN_METRES = 1_000;

    private static final List<AlarmLevel> EVERY_LEVEL =
            List.of(AlarmLevel.COMMUNITY, AlarmLevel.STREET, AlarmLevel.DISTRICT);

    private ReportDecider() {}

    /** The one event a report leads to, or the first rule it breaks. */
    public static Decision decide(Report state, FileReport command, Facts facts) {
        return switch (state) {
            case Report.Unfiled ignored -> file(command, facts);
            // The same request again is answered from what is stored and never comes here.
            case Report.Known ignored -> Rejected.of(IntakeRule.CLIENT_ID_TAKEN, "clientId");
        };
    }

    private static Decision file(FileReport command, Facts facts) {
        Place place = facts.place();
        if (place == null) {
            return Rejected.of(GridRule.OUTSIDE_EVERY_GRID, "position");
        }
        return switch (facts.issue()) {
            case Issue.UnknownType(String type) -> Rejected.of(IntakeRule.UNKNOWN_TYPE, "type", type);
            case Issue.UnknownCondition(String type, String condition, List<String> known) ->
                Rejected.of(IntakeRule.UNKNOWN_CONDITION, "condition", type, condition, String.join(", ", known));
            case Issue.ConditionMissing(String type, List<String> known) ->
                Rejected.of(IntakeRule.CONDITION_REQUIRED, "condition", type, String.join(", ", known));
            case Issue.TypeMissing(String condition) -> Rejected.of(IntakeRule.TYPE_REQUIRED, "type", condition);
            case Issue.Unclassified ignored -> place(command, facts, place, null, null, null);
            case Issue.Classified(String type, String condition, Urgency urgency) ->
                place(command, facts, place, type, condition, urgency);
        };
    }

    private static Decision place(
            FileReport command,
            Facts facts,
            Place place,
            @Nullable String type,
            @Nullable String condition,
            @Nullable Urgency urgency) {
        if (command.matter() == MatterKind.ROUTINE) {
            return routine(command, place, type, condition);
        }
        if (command.outcome() != null) {
            return Rejected.of(IntakeRule.OUTCOME_NOT_ALLOWED, "outcome");
        }
        if (command.joins() != null) {
            return join(command, facts.target(), place, type);
        }
        ChainLevel level = level(command);
        if (level.compareTo(ChainLevel.STREET) < 0) {
            return open(command, place, type, condition, level);
        }
        return Accepted.of(new ReportFiled(
                command.reportId(),
                ticketNo(command, place),
                command.matter(),
                type,
                condition,
                urgency,
                command.text(),
                place,
                command.position(),
                command.address(),
                command.assetId(),
                command.assetMark(),
                command.photos(),
                command.reporter(),
                command.account(),
                isOutsideOwnGrid(command, place),
                alarmed(command.matter()),
                command.filedAt(),
                command.trackingDigest(),
                // Told by whoever must stay hidden; added where the account is taken out of the event.
                null));
    }

    /** Where a matter begins (DOMAIN.md §2): from the street upward it is a ticket at once. */
    private static ChainLevel level(FileReport command) {
        return switch (command.matter()) {
            case COORDINATION -> command.begins();
            case PROMINENT -> ChainLevel.COMMUNITY;
            case EMERGENCY -> ChainLevel.STREET;
            case ROUTINE -> throw new IllegalArgumentException("a routine matter ends where it is registered");
        };
    }

    private static Decision open(
            FileReport command, Place place, @Nullable String type, @Nullable String condition, ChainLevel level) {
        return Accepted.of(new MatterOpened(
                command.reportId(),
                ticketNo(command, place),
                command.matter(),
                level,
                type,
                condition,
                command.text(),
                place,
                command.position(),
                command.address(),
                command.photos(),
                command.reporter(),
                command.account(),
                isOutsideOwnGrid(command, place),
                command.filedAt(),
                command.trackingDigest()));
    }

    private static Decision routine(
            FileReport command, Place place, @Nullable String type, @Nullable String condition) {
        if (command.joins() != null) {
            return Rejected.of(IntakeRule.ROUTINE_CANNOT_JOIN, "joins");
        }
        if (command.outcome() == null) {
            return Rejected.of(IntakeRule.OUTCOME_REQUIRED, "outcome");
        }
        return Accepted.of(new RoutineRegistered(
                command.reportId(),
                ticketNo(command, place),
                type,
                condition,
                command.text(),
                command.outcome(),
                place,
                command.position(),
                command.photos(),
                command.reporter(),
                command.account(),
                isOutsideOwnGrid(command, place),
                command.filedAt()));
    }

    private static Decision join(FileReport command, @Nullable Target target, Place place, @Nullable String type) {
        if (target == null) {
            return Rejected.of(IntakeRule.JOINED_UNKNOWN, "joins", String.valueOf(command.joins()));
        }
        if (!target.open()) {
            return Rejected.of(IntakeRule.JOINED_NOT_OPEN, "joins", target.ticketNo());
        }
        // Below the street nobody is alarmed.
        if (command.matter() == MatterKind.EMERGENCY && !target.ticket()) {
            return Rejected.of(IntakeRule.EMERGENCY_CANNOT_JOIN, "joins", target.ticketNo());
        }
        // Two reports without a type are not known to be of the same type.
        if (type == null || !type.equals(target.type())) {
            return Rejected.of(IntakeRule.JOINED_OTHER_TYPE, "joins", target.ticketNo());
        }
        if (!target.place().street().equals(place.street())) {
            return Rejected.of(IntakeRule.JOINED_OTHER_STREET, "joins", target.ticketNo());
        }
        double metres = new Coordinates(
                        command.position().longitude(), command.position().latitude())
                .metresTo(new Coordinates(
                        target.position().longitude(), target.position().latitude()));
        if (metres > JOIN_METRES) {
            return Rejected.of(
                    IntakeRule.JOINED_TOO_FAR,
                    "joins",
                    target.ticketNo(),
                    String.valueOf(Math.round(metres)),
                    String.valueOf(JOIN_METRES));
        }
        return Accepted.of(new ReportJoined(
                target.ticketId(),
                command.reportId(),
                command.text(),
                command.position(),
                command.photos(),
                command.reporter(),
                command.account(),
                command.filedAt(),
                command.trackingDigest()));
    }

    private static String ticketNo(FileReport command, Place place) {
        return TicketNo.of(place.street(), command.filedAt(), command.number());
    }

    /** Whether a grid worker reports from a grid that is not theirs: accepted, but it shows. */
    public static boolean isOutsideOwnGrid(FileReport command, Place place) {
        List<String> own = command.ownAreas();
        return own != null && own.stream().noneMatch(place.grid()::startsWith);
    }

    private static List<AlarmLevel> alarmed(MatterKind matter) {
        return switch (matter) {
            case EMERGENCY -> EVERY_LEVEL;
            case ROUTINE, COORDINATION, PROMINENT -> List.of();
        };
    }
}
