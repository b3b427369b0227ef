package org.whistle.feedback.score.web;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.web.Language;
import org.whistle.feedback.Csv;
import org.whistle.feedback.loop.web.Named;
import org.whistle.feedback.sla.Rate;
import org.whistle.feedback.sla.web.SlaReport;

/** A bulletin as one table; the first cell of a line tells the section. */
final class BulletinCsv {

    private BulletinCsv() {}

    static String write(BulletinView bulletin, Language language) {
        Csv csv = new Csv();
        line(csv, language.pick("周期", "period"), bulletin.period(), bulletin.from(), bulletin.to(), bulletin.asOf());
        line(csv);
        line(
                csv,
                language.pick("指标", "rate"),
                language.pick("代码", "code"),
                language.pick("名称", "name"),
                language.pick("分子", "numerator"),
                language.pick("分母", "denominator"),
                language.pick("数值", "value"),
                language.pick("上期", "previous"),
                language.pick("增减", "difference"));
        for (Rate rate : Rate.values()) {
            SlaReport.SlaNumber number = Objects.requireNonNull(bulletin.totals().get(rate.word()));
            line(
                    csv,
                    language.pick("指标", "rate"),
                    rate.word(),
                    rate.title().in(language),
                    number.numerator(),
                    number.denominator(),
                    number.value(),
                    number.previous(),
                    number.difference());
        }
        ranking(csv, bulletin.departments(), language.pick("部门排名", "departments"), language);
        ranking(csv, bulletin.streets(), language.pick("街道排名", "streets"), language);
        overdue(csv, bulletin, language);
        types(csv, bulletin, language);
        return csv.toString();
    }

    private static void ranking(Csv csv, RankingView ranking, String section, Language language) {
        line(csv);
        line(
                csv,
                section,
                language.pick("代码", "code"),
                language.pick("名称", "name"),
                language.pick("名次", "place"),
                language.pick("得分", "score"),
                language.pick("工单", "tickets"),
                language.pick("说明", "remark"));
        for (RankingView.RowView row : ranking.rows()) {
            line(
                    csv,
                    section,
                    row.body().code(),
                    row.body().name(),
                    row.place(),
                    row.score(),
                    row.tickets(),
                    row.why());
        }
    }

    private static void overdue(Csv csv, BulletinView bulletin, Language language) {
        String section = language.pick("超期最久", "most overdue");
        line(csv);
        line(
                csv,
                section,
                language.pick("工单号", "ticket"),
                language.pick("部门", "department"),
                language.pick("类型", "type"),
                language.pick("网格", "grid"),
                language.pick("时限", "due"),
                language.pick("办结", "completed"),
                language.pick("超期分钟", "minutes late"));
        for (BulletinView.LateView late : bulletin.overdue()) {
            line(
                    csv,
                    section,
                    late.ticketNo(),
                    text(late.department()),
                    text(late.type()),
                    text(late.place().grid()),
                    late.dueAt(),
                    late.completedAt(),
                    late.minutesLate());
        }
    }

    private static void types(Csv csv, BulletinView bulletin, Language language) {
        String section = language.pick("高发类型", "most repeated types");
        line(csv);
        line(
                csv,
                section,
                language.pick("代码", "code"),
                language.pick("名称", "name"),
                language.pick("上报数", "reports"),
                language.pick("上期", "previous"),
                language.pick("增减", "difference"));
        for (BulletinView.TypeView type : bulletin.repeatedTypes()) {
            line(
                    csv,
                    section,
                    type.type().code(),
                    type.type().name(),
                    type.reports(),
                    type.previous(),
                    type.difference());
        }
    }

    private static @Nullable String text(@Nullable Named named) {
        return named == null ? null : named.name() == null ? named.code() : named.name();
    }

    private static void line(Csv csv, @Nullable Object... cells) {
        csv.line(Arrays.asList(cells));
    }
}
