package org.whistle.intake.reporter;

import org.jspecify.annotations.Nullable;
import org.whistle.contracts.intake.AlarmAcknowledged;
import org.whistle.contracts.intake.DeliberationHeld;
import org.whistle.contracts.intake.IntakeEvent;
import org.whistle.contracts.intake.MarkedSafe;
import org.whistle.contracts.intake.MatterAnswered;
import org.whistle.contracts.intake.MatterOpened;
import org.whistle.contracts.intake.MatterPassedUp;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.contracts.intake.ReportJoined;
import org.whistle.contracts.intake.Reporter;
import org.whistle.contracts.intake.RoutineRegistered;
import org.whistle.contracts.intake.TicketMerged;
import org.whistle.contracts.intake.TicketUnmerged;

/** Takes the filing account out of a whistle-blower's events: who files for themselves is the person to be hidden. */
public final class HiddenFiler {

    /** Stands where an event would name the account. */
    public static final String ACCOUNT = Reporter.HIDDEN;

    private HiddenFiler() {}

    /**
     * An event as it may be told: of a whistle-blower without the account that filed it, and naming the body that is
     * reported on, so that dispatch does not send it there by itself.
     *
     * @param whistleblower null when nobody must stay hidden; the event is then told as it is
     */
    public static IntakeEvent hide(IntakeEvent event, @Nullable Whistleblower whistleblower) {
        if (whistleblower == null) {
            return event;
        }
        return switch (event) {
            case ReportFiled e ->
                new ReportFiled(
                        e.ticketId(),
                        e.ticketNo(),
                        e.matter(),
                        e.type(),
                        e.condition(),
                        e.urgency(),
                        e.text(),
                        e.place(),
                        e.position(),
                        e.address(),
                        e.assetId(),
                        e.assetMark(),
                        e.photos(),
                        e.reporter(),
                        ACCOUNT,
                        e.outsideOwnGrid(),
                        e.alarmed(),
                        e.filedAt(),
                        e.trackingDigest(),
                        whistleblower.about());
            case RoutineRegistered e ->
                new RoutineRegistered(
                        e.ticketId(),
                        e.ticketNo(),
                        e.type(),
                        e.condition(),
                        e.text(),
                        e.outcome(),
                        e.place(),
                        e.position(),
                        e.photos(),
                        e.reporter(),
                        ACCOUNT,
                        e.outsideOwnGrid(),
                        e.filedAt());
            case ReportJoined e ->
                new ReportJoined(
                        e.ticketId(),
                        e.reportId(),
                        e.text(),
                        e.position(),
                        e.photos(),
                        e.reporter(),
                        ACCOUNT,
                        e.filedAt(),
                        e.trackingDigest());
            case MatterOpened e ->
                new MatterOpened(
                        e.ticketId(),
                        e.ticketNo(),
                        e.matter(),
                        e.level(),
                        e.type(),
                        e.condition(),
                        e.text(),
                        e.place(),
                        e.position(),
                        e.address(),
                        e.photos(),
                        e.reporter(),
                        ACCOUNT,
                        e.outsideOwnGrid(),
                        e.filedAt(),
                        e.trackingDigest());
            case MatterAnswered e -> e;
            case MatterPassedUp e -> e;
            case DeliberationHeld e -> e;
            case AlarmAcknowledged e -> e;
            case MarkedSafe e -> e;
            case TicketMerged e -> e;
            case TicketUnmerged e -> e;
        };
    }
}
