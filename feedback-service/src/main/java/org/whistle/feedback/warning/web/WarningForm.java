package org.whistle.feedback.warning.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.whistle.chassis.web.Language;
import org.whistle.feedback.loop.web.LoopView;
import org.whistle.feedback.loop.web.Named;
import org.whistle.feedback.place.Names;
import org.whistle.feedback.place.store.Districts;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.sla.web.SlaReports;
import org.whistle.feedback.warning.Movement;
import org.whistle.feedback.warning.store.BacklogQueries;
import org.whistle.feedback.warning.store.HotSpotQueries;
import org.whistle.feedback.warning.store.RepeatQueries;

/** Gives early warnings their form. */
@ApplicationScoped
public class WarningForm {

    private final Districts districts;
    private final SlaReports reports;

    WarningForm(Districts districts, SlaReports reports) {
        this.districts = districts;
        this.reports = reports;
    }

    /** A hot spot of a window. */
    public WarningViews.HotSpotView hotSpot(
            HotSpotQueries.HotSpot spot, Instant from, Instant to, Language language) {
        Names names = districts.names();
        return new WarningViews.HotSpotView(
                new Named(spot.type(), Named.nameOf(spot.type(), names.types(), language)),
                LoopView.PlaceView.of(spot.grid(), names, language),
                spot.count(),
                spot.before(),
                Movement.of(spot.count(), spot.before()).word(),
                SlaReports.local(from),
                SlaReports.local(to),
                "/api/feedback/sla/tickets?part=denominator&rate=valid-report&from=" + from + "&to=" + to + "&street="
                        + spot.grid() + "&type=" + URLEncoder.encode(spot.type(), StandardCharsets.UTF_8));
    }

    WarningViews.BacklogRow backlog(Grouping by, BacklogQueries.Backlog backlog, Language language) {
        return new WarningViews.BacklogRow(
                new Named(backlog.code(), reports.name(by, backlog.code(), language)),
                backlog.open(),
                new WarningViews.Ages(
                        backlog.day(), backlog.three(), backlog.seven(), backlog.thirty(), backlog.older()),
                backlog.suspended(),
                backlog.overdue(),
                backlog.soon());
    }

    WarningViews.DueView due(BacklogQueries.Due due, Instant now, Language language) {
        Names names = districts.names();
        return new WarningViews.DueView(
                due.ticketId(),
                due.ticketNo(),
                due.state(),
                due.assignmentId(),
                new Named(due.department(), Named.nameOf(due.department(), names.departments(), language)),
                Named.of(due.type(), names.types(), language),
                LoopView.PlaceView.of(due.grid(), names, language),
                due.issuedAt(),
                due.dueAt(),
                Duration.between(now, due.dueAt()).toMinutes());
    }

    WarningViews.RepeatView repeat(RepeatQueries.Repeat repeat, Language language) {
        Names names = districts.names();
        return new WarningViews.RepeatView(
                repeat.ticketId(),
                repeat.ticketNo(),
                repeat.state(),
                Named.of(repeat.department(), names.departments(), language),
                Named.of(repeat.type(), names.types(), language),
                LoopView.PlaceView.of(repeat.grid(), names, language),
                repeat.filedAt(),
                repeat.times(),
                repeat.sameGrid(),
                repeat.sameType(),
                new WarningViews.Previous(
                        repeat.previousId(), repeat.previousNo(), repeat.previousState(), repeat.previousAt()));
    }
}
