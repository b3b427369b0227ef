package org.whistle.feedback.supervision.web;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.whistle.feedback.sla.web.CsvTable;

/** Alerts as a table. */
@Singleton
final class AlertTables {

    @Produces
    @Singleton
    CsvTable<AlertView> alerts() {
        return CsvTable.ofPage("alerts", AlertView.class)
                .with("工单号", "ticket", AlertView::ticketNo)
                .with("状态", "state", AlertView::state)
                .with("提醒", "kind", AlertView::kind)
                .with("环节", "stage", AlertView::stage)
                .withNamed("部门", "department", AlertView::department)
                .withNamed("类型", "type", AlertView::type)
                .withNamed("街道", "street", row -> row.place().street())
                .withNamed("社区", "community", row -> row.place().community())
                .withNamed("网格", "grid", row -> row.place().grid())
                .with("时限", "due", AlertView::dueAt)
                .with("触发", "at", AlertView::thresholdAt)
                .with("发出人", "raised by", AlertView::raisedBy)
                .with("内容", "note", AlertView::note)
                .with("签收人", "acknowledged by", AlertView::acknowledgedBy)
                .with("签收", "acknowledged", AlertView::acknowledgedAt);
    }
}
