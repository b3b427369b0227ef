package org.whistle.feedback.score.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.sla.Measure;
import org.whistle.feedback.sla.Rate;
import org.whistle.feedback.sla.SlaFilter;
import org.whistle.feedback.sla.store.Counting;

/** What scores and ratings are made of, by body. */
@ApplicationScoped
public class Rankings {

    private static final Set<Measure> SCORED =
            Rate.measures(Rate.HANDLED, Rate.HANDLED_ON_TIME, Rate.REWORK, Rate.OVERDUE_UNHANDLED, Rate.EXTENSION);

    private static final Set<Measure> RATED = EnumSet.of(
            Measure.RATINGS,
            Measure.RATINGS_SATISFIED,
            Measure.RATINGS_FAIR,
            Measure.COMMUNITY_RATINGS,
            Measure.COMMUNITY_RATINGS_SATISFIED,
            Measure.COMMUNITY_RATINGS_FAIR,
            Measure.ANSWERS,
            Measure.SATISFIED,
            Measure.FAIR,
            Measure.SOLVED);

    private final Counting counting;

    Rankings(Counting counting) {
        this.counting = counting;
    }

    /** The counts of the score in one stretch of time, by code; what no body has is left out. */
    public Uni<Map<String, Map<Measure, Long>>> counts(Grouping grouping, SlaFilter filter, Instant now) {
        return counting.count(SCORED, grouping, filter, now).map(Rankings::byCode);
    }

    /** The counts of ratings in one stretch of time, by code; what no body has is left out. */
    public Uni<Map<String, Map<Measure, Long>>> ratings(Grouping grouping, SlaFilter filter, Instant now) {
        return counting.count(RATED, grouping, filter, now).map(Rankings::byCode);
    }

    private static Map<String, Map<Measure, Long>> byCode(Map<Counting.Key, Map<Measure, Long>> counts) {
        Map<String, Map<Measure, Long>> bodies = new TreeMap<>();
        counts.forEach((key, numbers) -> {
            if (!key.group().equals(Grouping.NONE)) {
                bodies.put(key.group(), numbers);
            }
        });
        return bodies;
    }
}
