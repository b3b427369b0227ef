package org.whistle.feedback.score.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.loop.web.Named;
import org.whistle.feedback.score.Ranking;
import org.whistle.feedback.score.Score;
import org.whistle.feedback.score.ScoreWeights;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.sla.Measure;
import org.whistle.feedback.sla.Share;
import org.whistle.feedback.sla.SlaFilter;
import org.whistle.feedback.sla.Span;
import org.whistle.feedback.sla.web.SlaReports;
import org.whistle.feedback.sla.web.TicketsTemplate;

/** Gives rankings and ratings their form. */
@ApplicationScoped
class RankingForm {

    private final SlaReports reports;

    RankingForm(SlaReports reports) {
        this.reports = reports;
    }

    RankingView ranking(
            Grouping grouping,
            Span span,
            SlaFilter filter,
            Instant now,
            ScoreWeights weights,
            int minimum,
            List<Ranking.Ranked> ranking,
            Language language) {
        return new RankingView(
                grouping.word(),
                span.label(),
                SlaReports.local(filter.from()),
                SlaReports.local(filter.to()),
                span.isOver(now, Params.ZONE),
                now,
                formula(weights, language),
                minimum,
                language.pick(
                        "周期内应处置任务不足 " + minimum + " 件的只公布不排名；得分相同的名次并列",
                        "with fewer than " + minimum + " assignments due in the period a body is shown, not ranked; "
                                + "equal scores share a place"),
                ranking.stream()
                        .map(ranked -> row(grouping, filter, minimum, ranked, language))
                        .toList());
    }

    private RankingView.RowView row(
            Grouping grouping, SlaFilter filter, int minimum, Ranking.Ranked ranked, Language language) {
        String code = ranked.code();
        boolean isRanked = ranked.place() != null;
        return new RankingView.RowView(
                ranked.place(),
                isRanked,
                isRanked
                        ? null
                        : language.pick(
                                "应处置任务 " + ranked.tickets() + " 件，不足 " + minimum + " 件，只公布不排名",
                                ranked.tickets() + " assignments due, fewer than " + minimum + ": shown, not ranked"),
                new Named(code, reports.name(grouping, code, language)),
                ranked.score().points(),
                ranked.score().parts().stream().map(RankingForm::part).toList(),
                ranked.tickets(),
                TicketsTemplate.ofRow(grouping, filter, code, filter.from(), filter.to()));
    }

    private static RankingView.PartView part(Score.Part part) {
        return new RankingView.PartView(
                part.kind().word(),
                part.kind().rate().word(),
                part.share().numerator(),
                part.share().denominator(),
                part.weight(),
                part.points());
    }

    private static String formula(ScoreWeights weights, Language language) {
        return language.pick(
                "得分 = 处置率×" + weights.handled() + " + 按期处置率×" + weights.onTime() + " + (1−返工率)×" + weights.rework()
                        + " + (1−超期待处置率)×" + weights.overdue() + " + (1−延期率)×" + weights.extension(),
                "score = handled × " + weights.handled() + " + on time × " + weights.onTime() + " + (1 − rework) × "
                        + weights.rework() + " + (1 − overdue and unhandled) × " + weights.overdue()
                        + " + (1 − extension) × " + weights.extension());
    }

    RatingsView ratings(
            Grouping grouping, Span span, Instant now, Map<String, Map<Measure, Long>> counts, Language language) {
        return new RatingsView(
                grouping.word(),
                span.label(),
                SlaReports.local(span.from(Params.ZONE)),
                SlaReports.local(span.to(Params.ZONE)),
                span.isOver(now, Params.ZONE),
                now,
                counts.entrySet().stream()
                        .map(body -> new RatingsView.RowView(
                                new Named(body.getKey(), reports.name(grouping, body.getKey(), language)),
                                marks(
                                        body.getValue(),
                                        Measure.RATINGS,
                                        Measure.RATINGS_SATISFIED,
                                        Measure.RATINGS_FAIR),
                                marks(
                                        body.getValue(),
                                        Measure.COMMUNITY_RATINGS,
                                        Measure.COMMUNITY_RATINGS_SATISFIED,
                                        Measure.COMMUNITY_RATINGS_FAIR),
                                marks(body.getValue(), Measure.ANSWERS, Measure.SATISFIED, Measure.FAIR)))
                        .toList());
    }

    private static RatingsView.Marks marks(Map<Measure, Long> counts, Measure all, Measure satisfied, Measure fair) {
        Share share = new Share(counts.getOrDefault(satisfied, 0L), counts.getOrDefault(all, 0L));
        long middling = counts.getOrDefault(fair, 0L);
        return new RatingsView.Marks(
                share.denominator(),
                share.numerator(),
                middling,
                share.denominator() - share.numerator() - middling,
                share.value());
    }
}
