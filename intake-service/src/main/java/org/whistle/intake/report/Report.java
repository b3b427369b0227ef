package org.whistle.intake.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.contracts.intake.IntakeEvent;
import org.whistle.contracts.intake.MatterOpened;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.contracts.intake.ReportJoined;
import org.whistle.contracts.intake.RoutineRegistered;

/** What intake knows under one account and client id. A report is filed once and never changed. */
public sealed interface Report {

    /** Nothing was filed under this account and client id yet. */
    record Unfiled() implements Report {}

    /** Something was. */
    sealed interface Known extends Report permits Ticket, Matter, Routine, Joined {

        /** The report's own id. */
        UUID id();

        /** When it was filed. */
        Instant filedAt();
    }

    /** It began a ticket of its own. */
    record Ticket(UUID id, @Nullable String type, Instant filedAt) implements Known {}

    /** A matter that the chain below the street took up; whether it became a ticket since is not this report's to know. */
    record Matter(UUID id, ChainLevel level, Instant filedAt) implements Known {}

    /** A routine matter, registered and done with. */
    record Routine(UUID id, Instant filedAt) implements Known {}

    /**
     * It was joined to a ticket that was open already.
     *
     * @param ticketId that ticket
     */
    record Joined(UUID id, UUID ticketId, Instant filedAt) implements Known {}

    /** The state after an event. @throws IllegalStateException when a second report would take the first one's place */
    static Report evolve(Report state, IntakeEvent event) {
        return switch (state) {
            case Unfiled ignored -> first(event);
            case Known known -> throw new IllegalStateException("report " + known.id() + " was filed before");
        };
    }

    private static Report first(IntakeEvent event) {
        return switch (event) {
            case ReportFiled filed -> new Ticket(filed.ticketId(), filed.type(), filed.filedAt());
            case MatterOpened opened -> new Matter(opened.ticketId(), opened.level(), opened.filedAt());
            case RoutineRegistered routine -> new Routine(routine.ticketId(), routine.filedAt());
            case ReportJoined joined -> new Joined(joined.reportId(), joined.ticketId(), joined.filedAt());
            case IntakeEvent other -> throw new IllegalStateException("no report begins with " + other.getClass());
        };
    }
}
