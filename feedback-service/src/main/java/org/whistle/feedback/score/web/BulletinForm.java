package org.whistle.feedback.score.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.loop.web.LoopView;
import org.whistle.feedback.loop.web.Named;
import org.whistle.feedback.place.Names;
import org.whistle.feedback.place.store.Districts;
import org.whistle.feedback.score.Bulletin;
import org.whistle.feedback.score.Ranking;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.sla.SlaFilter;
import org.whistle.feedback.sla.Span;
import org.whistle.feedback.sla.web.SlaReports;
import org.whistle.feedback.sla.web.TicketsTemplate;

/** Gives a bulletin names and a language. */
@ApplicationScoped
class BulletinForm {

    private final SlaReports reports;
    private final RankingForm rankings;
    private final Districts districts;

    BulletinForm(SlaReports reports, RankingForm rankings, Districts districts) {
        this.reports = reports;
        this.rankings = rankings;
        this.districts = districts;
    }

    BulletinView view(Bulletin bulletin, Span span, AreaScope scope, Instant now, Language language) {
        Instant from = span.from(Params.ZONE);
        Instant to = span.to(Params.ZONE);
        SlaFilter filter = new SlaFilter(List.of(from, to), null, null, null, scope);
        Names names = districts.names();
        return new BulletinView(
                span.label(),
                SlaReports.local(from),
                SlaReports.local(to),
                span.isOver(now, Params.ZONE),
                bulletin.asOf(),
                TicketsTemplate.ofRow(Grouping.TOTAL, filter, Grouping.TOTAL.word(), from, to),
                SlaReports.numbers(bulletin.totals(), bulletin.previous()),
                rankings.ranking(
                        Grouping.DEPARTMENT,
                        span,
                        filter,
                        bulletin.asOf(),
                        bulletin.weights(),
                        bulletin.minimum(),
                        Ranking.of(bulletin.departments(), bulletin.weights(), bulletin.minimum()),
                        language),
                rankings.ranking(
                        Grouping.STREET,
                        span,
                        filter,
                        bulletin.asOf(),
                        bulletin.weights(),
                        bulletin.minimum(),
                        Ranking.of(bulletin.streets(), bulletin.weights(), bulletin.minimum()),
                        language),
                bulletin.overdue().stream()
                        .map(late -> late(late, names, language))
                        .toList(),
                bulletin.types().stream()
                        .map(type -> new BulletinView.TypeView(
                                new Named(type.type(), reports.name(Grouping.TYPE, type.type(), language)),
                                type.reports(),
                                type.previous(),
                                type.reports() - type.previous()))
                        .toList());
    }

    private static BulletinView.LateView late(Bulletin.Late late, Names names, Language language) {
        return new BulletinView.LateView(
                late.ticketId(),
                late.ticketNo(),
                late.assignmentId(),
                new Named(late.department(), Named.nameOf(late.department(), names.departments(), language)),
                Named.of(late.type(), names.types(), language),
                LoopView.PlaceView.of(late.grid(), names, language),
                late.dueAt(),
                late.completedAt(),
                late.minutesLate());
    }
}
