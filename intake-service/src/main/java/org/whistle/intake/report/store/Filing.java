package org.whistle.intake.report.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.CommonProblem;
import org.whistle.chassis.problem.FieldProblem;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.TicketLog;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Place;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.intake.IntakeEvent;
import org.whistle.intake.grid.Gazetteer;
import org.whistle.intake.grid.store.Districts;
import org.whistle.intake.report.Classifier;
import org.whistle.intake.report.Decision;
import org.whistle.intake.report.Facts;
import org.whistle.intake.report.FileReport;
import org.whistle.intake.report.IntakeRule;
import org.whistle.intake.report.Report;
import org.whistle.intake.report.ReportDecider;
import org.whistle.intake.report.messaging.ReportEvents;
import org.whistle.intake.reporter.Disclosure;
import org.whistle.intake.reporter.HiddenFiler;
import org.whistle.intake.reporter.ReporterRule;
import org.whistle.intake.reporter.Vault;

/** Files reports: looks up what the decision rests on, decides, stores and publishes. */
@ApplicationScoped
public class Filing {

    private static final Logger LOG = Logger.getLogger(Filing.class);

    private final Districts districts;
    private final Reports reports;
    private final ReportWriter writer;
    private final TicketNumbers numbers;
    private final Vault vault;
    private final MeterRegistry metrics;
    private final Map<MatterKind, Counter> filed = new EnumMap<>(MatterKind.class);

    Filing(
            Districts districts,
            Reports reports,
            ReportWriter writer,
            TicketNumbers numbers,
            Vault vault,
            MeterRegistry metrics) {
        this.districts = districts;
        this.reports = reports;
        this.writer = writer;
        this.numbers = numbers;
        this.vault = vault;
        this.metrics = metrics;
        for (MatterKind matter : MatterKind.values()) {
            filed.put(
                    matter,
                    metrics.counter(
                            "whistle.intake.reports", "matter", matter.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** The next number for {@link FileReport#number}. */
    public int nextNumber() {
        return numbers.next();
    }

    /**
     * Files a report.
     *
     * @param type of the catalogue, as given
     * @param condition of the type, as given
     * @param disclosure who reported, to be kept encrypted
     * @return what is stored, new or from before; fails with the rule that refuses it
     */
    public Uni<Filed> file(
            FileReport command, @Nullable String type, @Nullable String condition, Disclosure disclosure) {
        Gazetteer gazetteer = districts.gazetteer();
        requireKnownBody(gazetteer, disclosure);
        Place place = gazetteer.gridAt(command.position()).orElse(null);
        Facts.Issue issue = Classifier.classify(gazetteer.district(), type, condition);
        UUID joins = command.joins();
        if (joins == null) {
            return decide(command, new Facts(place, issue, null), disclosure);
        }
        return reports.target(joins)
                .chain(target -> decide(command, new Facts(place, issue, target.orElse(null)), disclosure));
    }

    private static void requireKnownBody(Gazetteer gazetteer, Disclosure disclosure) {
        String about = disclosure.whistleblower() == null
                ? null
                : disclosure.whistleblower().about();
        if (about != null && gazetteer.district().department(about).isEmpty()) {
            ReporterRule rule = ReporterRule.BODY_UNKNOWN;
            throw ProblemException.of(
                    rule,
                    List.of(new FieldProblem(
                            "about", rule.wording().titleZh(), rule.wording().titleEn())),
                    about);
        }
    }

    private Uni<Filed> decide(FileReport command, Facts facts, Disclosure disclosure) {
        return switch (ReportDecider.decide(new Report.Unfiled(), command, facts)) {
            case Decision.Accepted accepted -> store(command, facts, accepted.event(), disclosure);
            case Decision.Rejected rejected -> refusedUnlessFiledBefore(command, facts, rejected);
        };
    }

    private Uni<Filed> store(FileReport command, Facts facts, IntakeEvent event, Disclosure disclosure) {
        StoredReport row = StoredReport.of(command, event, place(facts), joined(command, facts));
        byte[] sealed = disclosure.data() == null ? null : vault.seal(disclosure.data(), command.reportId());
        Repeats.Window window =
                Repeats.Window.of(districts.gazetteer().district().policy());
        IntakeEvent told = HiddenFiler.hide(event, disclosure.whistleblower());
        return writer.write(
                        new NewReport(row, sealed, disclosure, window, ReportEvents.journal(told, command.filedAt())))
                .map(written -> switch (written) {
                    case Written.New(StoredReport report, List<Earlier> earlier) -> {
                        filed.get(report.matter()).increment();
                        log(report);
                        yield new Filed(report, true, earlier);
                    }
                    case Written.Before(StoredReport report, List<Earlier> earlier) ->
                        again(command, facts, report, earlier);
                    case Written.PhotosRefused(List<Integer> photos) ->
                        throw refuse(
                                IntakeRule.PHOTO_NOT_YOURS,
                                photos.stream().map(Filing::photoProblem).toList());
                    case Written.TargetClosed ignored ->
                        throw refuse(Decision.Rejected.of(IntakeRule.JOINED_NOT_OPEN, "joins", row.ticketNo()));
                    case Written.Unclear ignored ->
                        throw ProblemException.of(CommonProblem.UNAVAILABLE).withHeader("Retry-After", "1");
                });
    }

    private static void log(StoredReport report) {
        // Thousands a second: not even the context is set for a line that nobody reads.
        if (LOG.isDebugEnabled()) {
            try (var ignored = TicketLog.of(report.ticketId())) {
                LOG.debugf(
                        "%s %s filed in %s",
                        report.kind(), report.id(), report.place().grid());
            }
        }
    }

    /** A repeated request gets its first answer, also when by now a rule would refuse it. */
    private Uni<Filed> refusedUnlessFiledBefore(FileReport command, Facts facts, Decision.Rejected rejected) {
        return reports.find(command.account(), command.clientId()).chain(before -> {
            StoredReport stored = before.orElseThrow(() -> refuse(rejected));
            return reports.earlier(stored).map(earlier -> again(command, facts, stored, earlier));
        });
    }

    private Filed again(FileReport command, Facts facts, StoredReport before, List<Earlier> earlier) {
        if (before.fingerprint().equals(command.fingerprint())) {
            return new Filed(before, false, earlier);
        }
        Report known = before.toReport();
        if (ReportDecider.decide(known, command, facts) instanceof Decision.Rejected rejected) {
            throw refuse(rejected);
        }
        throw new IllegalStateException("a second report was accepted under one client id");
    }

    private ProblemException refuse(Decision.Rejected rejected) {
        metrics.counter("whistle.intake.refusals", "rule", rejected.rule().code())
                .increment();
        return rejected.toProblem();
    }

    private ProblemException refuse(IntakeRule rule, List<FieldProblem> fields) {
        metrics.counter("whistle.intake.refusals", "rule", rule.code()).increment();
        return ProblemException.of(rule, fields);
    }

    private static FieldProblem photoProblem(int index) {
        return new FieldProblem(
                "photos[" + index + "]", "不存在、不是您上传的或已被使用", "does not exist, is not yours, or is used already");
    }

    private static Place place(Facts facts) {
        if (facts.place() == null) {
            throw new IllegalStateException("accepted without a grid");
        }
        return facts.place();
    }

    private static StoredReport.Joined joined(FileReport command, Facts facts) {
        Facts.Target target = facts.target();
        String type = null;
        String condition = null;
        Urgency urgency = null;
        if (facts.issue() instanceof Facts.Issue.Classified classified) {
            type = classified.type();
            condition = classified.condition();
            urgency = classified.urgency();
        }
        return new StoredReport.Joined(
                target == null ? "" : target.ticketNo(),
                type,
                condition,
                urgency,
                ReportDecider.isOutsideOwnGrid(command, place(facts)));
    }

    /**
     * A report that is stored.
     *
     * @param created whether this request stored it
     * @param earlier what it repeats, newest first; not all of it is for everybody to see
     */
    public record Filed(StoredReport report, boolean created, List<Earlier> earlier) {}
}
