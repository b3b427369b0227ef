package org.whistle.intake.lists;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.Words;
import org.whistle.contracts.community.HelpCategory;
import org.whistle.intake.lists.Match.Reason;

/**
 * Says how well a resource meets a need or a wish, and why. A sum of three parts anybody can check by hand: shared tags,
 * place, time; their weights are the district's. Resources of another category, of another street, or that never hold at
 * the same time do not meet it at all.
 */
public final class Matching {

    private static final int STREET = 9;
    private static final int COMMUNITY = 12;

    private final Weights weights;

    public Matching(Weights weights) {
        this.weights = weights;
    }

    /**
     * Figures of the district's policy.
     *
     * @param minimum fewest points with which a match is proposed
     */
    public record Weights(int tags, int place, int time, int minimum) {

        int all() {
            return Math.max(1, tags + place + time);
        }
    }

    /**
     * What is wanted.
     *
     * @param area code of the community or grid it is for
     * @param from from when it is needed; null for now
     * @param until until when it is of use; null for no end
     */
    public record Wanted(
            HelpCategory category,
            List<String> tags,
            String area,
            @Nullable Instant from,
            @Nullable Instant until) {

        public Wanted {
            tags = List.copyOf(tags);
        }

        /** What an entry of the list of needs wants. */
        public static Wanted of(Entry.Content need) {
            return new Wanted(need.category(), need.tags(), need.area(), need.from(), need.until());
        }
    }

    /** The match worth proposing; empty when there is none, or the resource serves as many as it can. */
    public Optional<Match> propose(Wanted wanted, Entry resource, Instant now) {
        return resource.state() == Entry.State.OPEN && resource.free() > 0
                ? fit(wanted, resource.content(), now).filter(match -> match.score() >= weights.minimum())
                : Optional.empty();
    }

    /** How they fit; empty when they do not at all. */
    public Optional<Match> fit(Wanted wanted, Entry.Content resource, Instant now) {
        if (wanted.category() != resource.category()) {
            return Optional.empty();
        }
        Reason place = place(wanted.area(), resource.area());
        Reason time = time(wanted, resource, now);
        if (place == null || time == null) {
            return Optional.empty();
        }
        List<Reason> reasons = List.of(tags(wanted.tags(), resource.tags()), place, time);
        int points = reasons.stream().mapToInt(Reason::points).sum();
        return Optional.of(new Match(Math.round(100f * points / weights.all()), reasons));
    }

    /** The share of the words asked for that the resource has; half when none is asked for. */
    private Reason tags(List<String> wanted, List<String> offered) {
        Set<String> asked = canonical(wanted);
        if (asked.isEmpty()) {
            return reason("tags", 0.5, weights.tags(), "没有标签可比", "no tags to compare");
        }
        Set<String> shared = canonical(offered);
        shared.retainAll(asked);
        String list = String.join("、", shared);
        return shared.isEmpty()
                ? reason("tags", 0, weights.tags(), "没有相同标签", "no tag in common")
                : reason(
                        "tags",
                        (double) shared.size() / asked.size(),
                        weights.tags(),
                        "相同标签：" + list,
                        "tags in common: " + list);
    }

    private static Set<String> canonical(List<String> tags) {
        return tags.stream()
                .map(tag ->
                        Normalizer.normalize(tag, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private @Nullable Reason place(String wanted, String offered) {
        if (wanted.startsWith(offered)) {
            return reason("place", 1, weights.place(), "服务范围覆盖所在地", "it covers the place");
        }
        if (same(wanted, offered, COMMUNITY)) {
            return reason("place", 0.8, weights.place(), "在同一社区", "in the same community");
        }
        return same(wanted, offered, STREET)
                ? reason("place", 0.5, weights.place(), "在同一街道", "in the same street")
                : null;
    }

    private static boolean same(String one, String other, int digits) {
        return one.length() >= digits && other.length() >= digits && one.startsWith(other.substring(0, digits));
    }

    /** The share of the time asked for in which the resource holds; null when there is no such time. */
    private @Nullable Reason time(Wanted wanted, Entry.Content resource, Instant now) {
        Instant from = later(wanted.from(), now);
        Instant until = wanted.until();
        Instant begins = later(resource.from(), from);
        Instant ends = earlier(resource.until(), until);
        if (ends != null && !begins.isBefore(ends)) {
            return null;
        }
        if (begins.equals(from) && (ends == null || ends.equals(until))) {
            return reason("time", 1, weights.time(), "时间全部吻合", "it holds all the time asked for");
        }
        // Without an end asked for, whatever begins or ends in between is worth half.
        double share = until == null || ends == null
                ? 0.5
                : (double) Duration.between(begins, ends).toSeconds()
                        / Math.max(1, Duration.between(from, until).toSeconds());
        return reason("time", share, weights.time(), "时间部分吻合", "it holds part of the time asked for");
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || one.isBefore(other) ? other : one;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static Reason reason(String part, double share, int most, String zh, String en) {
        return new Reason(part, (int) Math.round(share * most), most, new Words(zh, en));
    }
}
