package org.whistle.feedback.digest.web;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.whistle.feedback.sla.Rate;
import org.whistle.feedback.sla.web.CsvTable;
import org.whistle.feedback.sla.web.SlaReport;

/** The digest as a table. */
@Singleton
final class DigestTables {

    @Produces
    @Singleton
    CsvTable<DigestView.ItemView> digest() {
        CsvTable<DigestView.ItemView> table = CsvTable.of("digest", DigestView.class, DigestView::items)
                .with("关注", "kind", row -> row.follow().kind())
                .withNamed("对象", "what", row -> row.follow().what())
                .with("上报数", "reports", DigestView.ItemView::reports)
                .with("上期上报数", "previous reports", DigestView.ItemView::previousReports)
                .with("在办", "open", DigestView.ItemView::open)
                .with("超期", "overdue", DigestView.ItemView::overdue)
                .with("即将超期", "about to breach", DigestView.ItemView::aboutToBreach);
        for (Rate rate : Rate.values()) {
            table = table.with(rate.title().zh(), rate.title().en(), row -> number(row, rate)
                            .value())
                    .with(rate.title().zh() + " 增减", rate.title().en() + " difference", row -> number(row, rate)
                            .difference());
        }
        return table;
    }

    private static SlaReport.SlaNumber number(DigestView.ItemView row, Rate rate) {
        return Objects.requireNonNull(row.rates().get(rate.word()));
    }
}
