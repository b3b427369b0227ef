package org.whistle.intake.report.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.id.Ids;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.problem.FieldProblem;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Position;
import org.whistle.contracts.TrackingCode;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.contracts.intake.Reporter;
import org.whistle.district.Datum;
import org.whistle.intake.grid.Gazetteer;
import org.whistle.intake.report.Chain;
import org.whistle.intake.report.FileReport;
import org.whistle.intake.report.Fingerprint;
import org.whistle.intake.report.IntakeRule;
import org.whistle.intake.report.ReporterKinds;
import org.whistle.intake.report.store.Filing;
import org.whistle.intake.report.store.StoredReport;
import org.whistle.intake.reporter.Disclosure;
import org.whistle.intake.reporter.PersonalData;
import org.whistle.intake.reporter.Pseudonyms;
import org.whistle.intake.reporter.TrackingCodes;
import org.whistle.intake.reporter.Whistleblower;

/** Makes the command out of a request: converts the position, hides the person, fingerprints the whole. */
@ApplicationScoped
class ReportCommands {

    /** The canonical form of a request: absent and null are the same, the order of fields is fixed by the record. */
    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Pseudonyms pseudonyms;
    private final TrackingCodes codes;
    private final Filing filing;
    private final Clock clock;

    ReportCommands(Pseudonyms pseudonyms, TrackingCodes codes, Filing filing, Clock clock) {
        this.pseudonyms = pseudonyms;
        this.codes = codes;
        this.filing = filing;
        this.clock = clock;
    }

    /**
     * The command of a request whose form was checked.
     *
     * @throws ProblemException 422 when the caller's roles may not file for the kind of reporter
     */
    FileReport command(ReportBody body, Caller caller) {
        UUID id = Ids.next();
        return new FileReport(
                id,
                filing.nextNumber(),
                caller.account(),
                body.clientId(),
                fingerprint(body),
                body.matter() == null ? MatterKind.COORDINATION : body.matter(),
                body.text(),
                position(body.position()),
                body.address(),
                body.assetId(),
                body.assetMark(),
                body.photos() == null ? List.of() : body.photos().stream().toList(),
                new Reporter(
                        body.hidesReporter() ? pseudonyms.ofReport(id) : pseudonym(body.reporter(), id, caller),
                        kind(body.reporter(), caller.roles())),
                body.joins(),
                body.outcome(),
                begins(body, caller.roles()),
                caller.has(Roles.GRID_WORKER) ? caller.areas() : null,
                // The database keeps microseconds; event and row are to say the same.
                now(),
                codes.of(id).digest());
    }

    /**
     * What is to be kept of who reported. Of a whistle-blower the report, and with it every event, carries a pseudonym of
     * its own, so that it does not tell which other reports are theirs.
     */
    Disclosure disclosure(ReportBody body, FileReport command, Caller caller) {
        ReportBody.ReporterBody reporter = body.reporter();
        return new Disclosure(
                reporter == null || reporter.name() == null && reporter.phone() == null
                        ? null
                        : new PersonalData(reporter.name(), reporter.phone()),
                pseudonym(reporter, command.reportId(), caller),
                body.hidesReporter() ? new Whistleblower(body.about()) : null);
    }

    /** The code by which a report is followed; null for a routine matter, which ended where it was registered. */
    @Nullable
    TrackingCode code(StoredReport report) {
        return report.kind() == StoredReport.Kind.ROUTINE ? null : codes.of(report.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Fingerprint fingerprint(ReportBody body) {
        try {
            return Fingerprint.of(pseudonyms.fingerprint(CANONICAL.writeValueAsBytes(body)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request that was read can be written", e);
        }
    }

    private static Position position(ReportBody.PositionBody position) {
        Datum datum = ReportChecks.datum(position.datum());
        return Gazetteer.wgs84(position.longitude(), position.latitude(), datum);
    }

    /** One person has one pseudonym: by phone, or by account when they file for themselves. */
    private UUID pseudonym(ReportBody.@Nullable ReporterBody reporter, UUID reportId, Caller caller) {
        if (reporter != null && reporter.phone() != null) {
            return pseudonyms.ofPhone(reporter.phone());
        }
        if (reporter != null && reporter.name() != null) {
            return pseudonyms.ofReport(reportId);
        }
        return pseudonyms.ofAccount(caller.account());
    }

    /** Where a coordination matter begins: at the level asked for, else at the street. */
    private static ChainLevel begins(ReportBody body, Set<String> roles) {
        ChainLevel level = body.level();
        if (level == null) {
            return ChainLevel.STREET;
        }
        ChainLevel lowest = Chain.lowestFor(roles);
        if (level.compareTo(lowest) < 0) {
            throw ProblemException.of(
                    IntakeRule.LEVEL_BELOW_FILER,
                    List.of(new FieldProblem("level", "低于上报人所在层级", "lies below the filer's own")),
                    word(level),
                    word(lowest));
        }
        return level;
    }

    private static Reporter.Kind kind(ReportBody.@Nullable ReporterBody reporter, Set<String> roles) {
        if (reporter == null || reporter.kind() == null) {
            return ReporterKinds.usual(roles);
        }
        Set<Reporter.Kind> allowed = ReporterKinds.allowed(roles);
        if (!allowed.contains(reporter.kind())) {
            String words = allowed.stream().map(ReportCommands::word).collect(Collectors.joining(", "));
            throw ProblemException.of(
                    IntakeRule.REPORTER_KIND_NOT_YOURS,
                    List.of(new FieldProblem("reporter.kind", "您的角色不能使用", "is not open to your role")),
                    word(reporter.kind()),
                    words);
        }
        return reporter.kind();
    }

    /** The word of the wire. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
