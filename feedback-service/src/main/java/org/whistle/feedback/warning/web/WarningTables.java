package org.whistle.feedback.warning.web;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.whistle.feedback.sla.web.CsvTable;

/** Early warnings as tables. */
@Singleton
final class WarningTables {

    @Produces
    @Singleton
    CsvTable<WarningViews.HotSpotView> hotSpots() {
        return CsvTable.ofPage("hot-spots", WarningViews.HotSpotView.class)
                .withNamed("类型", "type", WarningViews.HotSpotView::type)
                .withNamed("街道", "street", row -> row.place().street())
                .withNamed("社区", "community", row -> row.place().community())
                .withNamed("网格", "grid", row -> row.place().grid())
                .with("上报数", "reports", WarningViews.HotSpotView::count)
                .with("上期", "previous", WarningViews.HotSpotView::before)
                .with("变化", "movement", WarningViews.HotSpotView::movement)
                .with("起", "from", WarningViews.HotSpotView::from)
                .with("止（不含）", "to (not included)", WarningViews.HotSpotView::to);
    }

    @Produces
    @Singleton
    CsvTable<WarningViews.BacklogRow> backlog() {
        return CsvTable.of("backlog", WarningViews.BacklogView.class, WarningViews.BacklogView::rows)
                .withNamed("对象", "body", WarningViews.BacklogRow::body)
                .with("在办", "open", WarningViews.BacklogRow::open)
                .with("一天内", "under one day", row -> row.ages().underOneDay())
                .with("一至三天", "one to three days", row -> row.ages().oneToThreeDays())
                .with("三至七天", "three to seven days", row -> row.ages().threeToSevenDays())
                .with("七至三十天", "seven to thirty days", row -> row.ages().sevenToThirtyDays())
                .with("三十天以上", "over thirty days", row -> row.ages().overThirtyDays())
                .with("挂账", "suspended", WarningViews.BacklogRow::suspended)
                .with("超期", "overdue", WarningViews.BacklogRow::overdue)
                .with("即将超期", "about to breach", WarningViews.BacklogRow::aboutToBreach);
    }

    @Produces
    @Singleton
    CsvTable<WarningViews.DueView> aboutToBreach() {
        return CsvTable.ofPage("about-to-breach", WarningViews.DueView.class)
                .with("工单号", "ticket", WarningViews.DueView::ticketNo)
                .with("状态", "state", WarningViews.DueView::state)
                .withNamed("部门", "department", WarningViews.DueView::department)
                .withNamed("类型", "type", WarningViews.DueView::type)
                .withNamed("街道", "street", row -> row.place().street())
                .withNamed("社区", "community", row -> row.place().community())
                .withNamed("网格", "grid", row -> row.place().grid())
                .with("派发", "issued", WarningViews.DueView::issuedAt)
                .with("时限", "due", WarningViews.DueView::dueAt)
                .with("剩余分钟", "minutes left", WarningViews.DueView::minutesLeft);
    }

    @Produces
    @Singleton
    CsvTable<WarningViews.RepeatView> repeats() {
        return CsvTable.ofPage("repeats", WarningViews.RepeatView.class)
                .with("工单号", "ticket", WarningViews.RepeatView::ticketNo)
                .with("状态", "state", WarningViews.RepeatView::state)
                .withNamed("部门", "department", WarningViews.RepeatView::department)
                .withNamed("类型", "type", WarningViews.RepeatView::type)
                .withNamed("街道", "street", row -> row.place().street())
                .withNamed("社区", "community", row -> row.place().community())
                .withNamed("网格", "grid", row -> row.place().grid())
                .with("上报", "filed", WarningViews.RepeatView::filedAt)
                .with("第几次", "times", WarningViews.RepeatView::times)
                .with("同网格", "same grid", WarningViews.RepeatView::sameGrid)
                .with("同类型", "same type", WarningViews.RepeatView::sameType)
                .with("上次工单号", "previous ticket", row -> row.previous().ticketNo())
                .with("上次状态", "previous state", row -> row.previous().state())
                .with("上次上报", "previously filed", row -> row.previous().filedAt());
    }
}
