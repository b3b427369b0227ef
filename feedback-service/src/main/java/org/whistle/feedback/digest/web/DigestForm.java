package org.whistle.feedback.digest.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.page.PageRequest;
import org.whistle.chassis.problem.Words;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Params;
import org.whistle.district.Policy;
import org.whistle.feedback.digest.Follow;
import org.whistle.feedback.loop.web.Named;
import org.whistle.feedback.place.store.Districts;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.sla.Measure;
import org.whistle.feedback.sla.SlaFilter;
import org.whistle.feedback.sla.Span;
import org.whistle.feedback.sla.store.Counting;
import org.whistle.feedback.sla.web.SlaReports;
import org.whistle.feedback.sla.web.TicketsTemplate;
import org.whistle.feedback.warning.WarningFilter;
import org.whistle.feedback.warning.store.BacklogQueries;
import org.whistle.feedback.warning.store.HotSpotQueries;
import org.whistle.feedback.warning.web.WarningForm;

/** Puts a digest together out of the reports and warnings everybody reads. */
@ApplicationScoped
class DigestForm {

    private static final Duration AHEAD = Duration.ofHours(24);
    /** One more than its limit is fetched. */
    private static final PageRequest FIRST_THREE = new PageRequest(2, null);

    private final Counting counting;
    private final BacklogQueries backlogs;
    private final HotSpotQueries hotSpots;
    private final WarningForm warnings;
    private final Districts districts;

    DigestForm(
            Counting counting,
            BacklogQueries backlogs,
            HotSpotQueries hotSpots,
            WarningForm warnings,
            Districts districts) {
        this.counting = counting;
        this.backlogs = backlogs;
        this.hotSpots = hotSpots;
        this.warnings = warnings;
        this.districts = districts;
    }

    Uni<DigestView> digest(List<Follow> follows, Span span, AreaScope scope, Instant now, Language language) {
        return Multi.createFrom()
                .iterable(follows)
                .onItem()
                .transformToUniAndConcatenate(follow -> item(follow, span, scope, now, language))
                .collect()
                .asList()
                .map(items -> new DigestView(
                        span.label(),
                        SlaReports.local(span.from(Params.ZONE)),
                        SlaReports.local(span.to(Params.ZONE)),
                        now,
                        items));
    }

    DigestView.FollowView follow(Follow follow, Language language) {
        Map<String, Words> names =
                switch (follow.kind()) {
                    case AREA -> districts.names().places();
                    case TYPE -> districts.names().types();
                };
        return new DigestView.FollowView(
                follow.kind().word(),
                new Named(follow.code(), Named.nameOf(follow.code(), names, language)),
                follow.since());
    }

    private Uni<DigestView.ItemView> item(Follow follow, Span span, AreaScope scope, Instant now, Language language) {
        Instant from = span.from(Params.ZONE);
        Instant to = span.to(Params.ZONE);
        String place = follow.kind() == Follow.Kind.AREA ? follow.code() : null;
        String type = follow.kind() == Follow.Kind.TYPE ? follow.code() : null;
        SlaFilter filter =
                new SlaFilter(List.of(span.previous().from(Params.ZONE), from, to), place, null, type, scope);
        WarningFilter warning = new WarningFilter(place, null, type, scope);
        Policy policy = districts.policy();
        Duration window = Duration.ofDays(policy.hotSpotDays());
        return counting.count(EnumSet.allOf(Measure.class), Grouping.TOTAL, filter, now)
                .chain(counts -> backlogs.byStreet(warning, now, AHEAD).chain(open -> hotSpots.list(
                                warning,
                                now.minus(window.multipliedBy(2)),
                                now.minus(window),
                                now,
                                policy.hotSpotMinimum(),
                                FIRST_THREE)
                        .map(spots -> {
                            Map<Measure, Long> here = counts.getOrDefault(key(1), Map.of());
                            Map<Measure, Long> before = counts.getOrDefault(key(0), Map.of());
                            return new DigestView.ItemView(
                                    follow(follow, language),
                                    here.getOrDefault(Measure.REPORTS, 0L),
                                    before.getOrDefault(Measure.REPORTS, 0L),
                                    sum(open, BacklogQueries.Backlog::open),
                                    sum(open, BacklogQueries.Backlog::overdue),
                                    sum(open, BacklogQueries.Backlog::soon),
                                    TicketsTemplate.ofRow(Grouping.TOTAL, filter, Grouping.TOTAL.word(), from, to),
                                    SlaReports.numbers(here, before),
                                    spots.stream()
                                            .map(spot -> warnings.hotSpot(spot, now.minus(window), now, language))
                                            .toList());
                        })));
    }

    private static Counting.Key key(int period) {
        return new Counting.Key(period, Grouping.TOTAL.word());
    }

    private static long sum(List<BacklogQueries.Backlog> backlogs, ToLongFunction<BacklogQueries.Backlog> what) {
        return backlogs.stream().mapToLong(what).sum();
    }
}
