package org.whistle.feedback.appeal.web;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.whistle.feedback.sla.web.CsvTable;

/** Appeals as a table. */
@Singleton
final class AppealTables {

    @Produces
    @Singleton
    CsvTable<AppealView> appeals() {
        return CsvTable.ofPage("appeals", AppealView.class)
                .with("工单号", "ticket", AppealView::ticketNo)
                .with("状态", "state", AppealView::state)
                .with("级别", "level", AppealView::level)
                .withNamed("部门", "department", AppealView::department)
                .withNamed("类型", "type", AppealView::type)
                .withNamed("街道", "street", row -> row.place().street())
                .withNamed("社区", "community", row -> row.place().community())
                .withNamed("网格", "grid", row -> row.place().grid())
                .with("时限", "due", AppealView::dueAt)
                .with("办结", "completed", AppealView::completedAt)
                .with("申诉", "filed", AppealView::filedAt);
    }
}
