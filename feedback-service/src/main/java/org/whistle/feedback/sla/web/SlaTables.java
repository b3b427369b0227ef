package org.whistle.feedback.sla.web;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;

/** Trends and the tickets behind a number as tables. */
@Singleton
final class SlaTables {

    /** A point and its series. */
    record Pointed(Trend.Series series, Trend.Stretch stretch, Trend.Point point) {}

    @Produces
    @Singleton
    CsvTable<Pointed> trend() {
        return CsvTable.of("trend", Trend.class, SlaTables::points)
                .withNamed("分组", "group", row -> row.series().group())
                .with("周期", "period", row -> row.point().period())
                .with("起", "from", row -> row.stretch().from())
                .with("止（不含）", "to (not included)", row -> row.stretch().to())
                .with("分子", "numerator", row -> row.point().numerator())
                .with("分母", "denominator", row -> row.point().denominator())
                .with("数值", "value", row -> row.point().value());
    }

    private static List<Pointed> points(Trend trend) {
        return trend.series().stream()
                .flatMap(series -> IntStream.range(0, trend.periods().size())
                        .mapToObj(at -> new Pointed(
                                series, trend.periods().get(at), series.points().get(at))))
                .toList();
    }

    @Produces
    @Singleton
    CsvTable<SlaResource.CountedView> tickets() {
        return CsvTable.ofPage("tickets", SlaResource.CountedView.class)
                .with("工单号", "ticket", SlaResource.CountedView::ticketNo)
                .with("状态", "state", SlaResource.CountedView::state)
                .withNamed("部门", "department", SlaResource.CountedView::department)
                .withNamed("类型", "type", SlaResource.CountedView::type)
                .withNamed("街道", "street", row -> row.place().street())
                .withNamed("社区", "community", row -> row.place().community())
                .withNamed("网格", "grid", row -> row.place().grid())
                .with("时间", "at", SlaResource.CountedView::at)
                .with("计入分子", "in the numerator", SlaResource.CountedView::counts);
    }
}
