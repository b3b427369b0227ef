package org.whistle.feedback.score.web;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.whistle.feedback.score.Score;
import org.whistle.feedback.sla.web.CsvTable;

/** Rankings and ratings as tables. */
@Singleton
final class ScoreTables {

    /** With share and points of each part of the score. */
    @Produces
    @Singleton
    CsvTable<RankingView.RowView> ranking() {
        CsvTable<RankingView.RowView> table = CsvTable.of("ranking", RankingView.class, RankingView::rows)
                .with("名次", "place", RankingView.RowView::place)
                .withNamed("对象", "body", RankingView.RowView::body)
                .with("得分", "score", RankingView.RowView::score)
                .with("应处置", "tickets", RankingView.RowView::tickets);
        for (Score.Kind kind : Score.Kind.values()) {
            String zh = kind.rate().title().zh();
            String en = kind.rate().title().en();
            table = table.with(zh + " 分子", en + " numerator", row -> part(row.parts(), kind)
                            .numerator())
                    .with(zh + " 分母", en + " denominator", row -> part(row.parts(), kind)
                            .denominator())
                    .with(zh + " 得分", en + " points", row -> part(row.parts(), kind)
                            .points());
        }
        return table.with("说明", "remark", RankingView.RowView::why);
    }

    private static RankingView.PartView part(List<RankingView.PartView> parts, Score.Kind kind) {
        return parts.get(kind.ordinal());
    }

    @Produces
    @Singleton
    CsvTable<RatingsView.RowView> ratings() {
        return CsvTable.of("ratings", RatingsView.class, RatingsView::rows)
                .withNamed("对象", "body", RatingsView.RowView::body)
                .with("街道 评价数", "street ratings", row -> row.street().count())
                .with("街道 满意", "street satisfied", row -> row.street().satisfied())
                .with("街道 一般", "street fair", row -> row.street().fair())
                .with("街道 不满意", "street unsatisfied", row -> row.street().unsatisfied())
                .with("街道 满意率", "street share satisfied", row -> row.street().value())
                .with("社区 评价数", "communities ratings", row -> row.communities().count())
                .with("社区 满意", "communities satisfied", row -> row.communities().satisfied())
                .with("社区 一般", "communities fair", row -> row.communities().fair())
                .with("社区 不满意", "communities unsatisfied", row -> row.communities()
                        .unsatisfied())
                .with("社区 满意率", "communities share satisfied", row -> row.communities()
                        .value())
                .with("报告人 评价数", "reporters ratings", row -> row.reporters().count())
                .with("报告人 满意", "reporters satisfied", row -> row.reporters().satisfied())
                .with("报告人 一般", "reporters fair", row -> row.reporters().fair())
                .with("报告人 不满意", "reporters unsatisfied", row -> row.reporters().unsatisfied())
                .with("报告人 满意率", "reporters share satisfied", row -> row.reporters()
                        .value());
    }
}
