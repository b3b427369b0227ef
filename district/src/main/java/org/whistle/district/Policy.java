package org.whistle.district;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures a city may set: stage clocks, thresholds, limits of returns, weights. Keys are listed in {@link #REQUIRED}. */
public final class Policy {

    /** Keys without which a district is refused, with the units each may have. */
    public static final Map<String, List<String>> REQUIRED = required();

    /** Keys that a district may leave out, with the value each then has; a district of an older form keeps its meaning. */
    public static final Map<String, PolicyValue> DEFAULTS = defaults();

    private final Map<String, PolicyValue> values;

    /** A policy of these values; the reader has made sure that every required key is there. */
    public Policy(Collection<PolicyValue> values) {
        Map<String, PolicyValue> map = new LinkedHashMap<>();
        values.forEach(value -> map.put(value.key(), value));
        this.values = Collections.unmodifiableMap(map);
    }

    /** Every figure, in the order of the file. */
    public Collection<PolicyValue> values() {
        return values.values();
    }

    /** A figure by its key; empty when the file has none such. */
    public Optional<PolicyValue> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** From report to acceptance (published: 15 minutes). */
    public Limit accept() {
        return limit("stage.accept");
    }

    /** From acceptance to dispatch (published: 15 minutes). */
    public Limit dispatch() {
        return limit("stage.dispatch");
    }

    /** From the department's confirmation to verification on site (published: 30 minutes). */
    public Limit verify() {
        return limit("stage.verify");
    }

    /** Percent of a limit at which the yellow card (黄牌) is shown (proposal: 80). */
    public int warningPercent() {
        return number("threshold.warning");
    }

    /** Percent of a limit at which it is breached (红牌; 100). */
    public int breachPercent() {
        return number("threshold.breach");
    }

    /** Percent of a limit at which supervision (督办) is ordered (proposal: 150). */
    public int supervisionPercent() {
        return number("threshold.supervision");
    }

    /** Time within which a department may ask for a return (proposal: U0 30um, U1 2wh, others 1wd). */
    public Limit returnLimit(Urgency urgency) {
        return switch (urgency) {
            case U0 -> limit("return.U0");
            case U1 -> limit("return.U1");
            case U2, U3, U4 -> limit("return.other");
        };
    }

    /** Returns after which the street's decision binds (proposal: 2). */
    public int bindingReturns() {
        return number("return.binding");
    }

    /** Approved extensions a ticket may have (2). */
    public int maxExtensions() {
        return number("extension.max");
    }

    /** Longest suspension (published: one year, as 365 days). */
    public Limit suspensionLimit() {
        return limit("suspension.limit");
    }

    /** Suspensions a ticket may have (1). */
    public int maxSuspensions() {
        return number("suspension.max");
    }

    /** Distance in metres within which open reports of the same type are shown as perhaps the same. */
    public int nearbyMetres() {
        return number("nearby.radius");
    }

    /** From a breach to the first chasing (催办; published: the next working day). */
    public Limit chaseAfterBreach() {
        return limit("chase.after-breach");
    }

    /** From the chasing to a written bulletin (通报; published: five working days). */
    public Limit bulletinAfterChase() {
        return limit("bulletin.after-chase");
    }

    /** Time to fence off a danger whose owner is unknown (published: 2 hours). */
    public Limit makeSafe() {
        return limit("make-safe.limit");
    }

    /** Time to answer an identification whistle: mine or not mine (published: 24 hours). */
    public Limit identificationAnswer() {
        return limit("identification.answer");
    }

    /** Time to be on site after an emergency whistle (published: 30 minutes). */
    public Limit emergencyCheckIn() {
        return limit("whistle.emergency-check-in");
    }

    /** Farthest distance in metres of a check-in from a whistle's meeting point (proposal: 500). */
    public int checkInMetres() {
        return number("whistle.check-in-radius");
    }

    /** Time after the closing within which a department may appeal (申诉; proposal: 5 working days). */
    public Limit appealLimit() {
        return limit("appeal.limit");
    }

    /** Distance in metres within which reports are candidates for a merge (proposal: as nearby, 50). */
    public int duplicateMetres() {
        return number("duplicate.radius");
    }

    /** Days back in which reports are candidates for a merge (proposal: 14). */
    public int duplicateDays() {
        return number("duplicate.days");
    }

    /** Days back in which a second matter of one reporter at one place is a repeat (proposal: 90). */
    public int repeatDays() {
        return number("repeat.days");
    }

    /** Fewest people of a residents' deliberation (议事园; proposal: 5). */
    public int deliberationMinimum() {
        return number("deliberation.minimum");
    }

    /** Points of a part of the score, out of 100: handled, on-time, rework, overdue or extension (published). */
    public int scorePoints(String part) {
        return number("score." + part);
    }

    /** Fewest tickets of a period with which a body is ranked; with fewer it is only shown (proposal: 10). */
    public int rankingMinimum() {
        return number("ranking.minimum");
    }

    /** Fewest tickets of one type in one grid within the window that make a hot spot (proposal: 3). */
    public int hotSpotMinimum() {
        return number("hot-spot.minimum");
    }

    /** Days of a hot spot's window, compared with as many before (proposal: 7). */
    public int hotSpotDays() {
        return number("hot-spot.days");
    }

    /** Days within which a dispatched wish (微心愿) must be claimed, else it lapses (proposal: 30). */
    public int wishClaimDays() {
        return number("wish.claim-days");
    }

    /** Most wishes of one person that are not ended yet (proposal: 3). */
    public int wishesAtOnce() {
        return number("wish.at-once");
    }

    /** Most wishes one volunteer may have claimed and not fulfilled yet (proposal: 5). */
    public int wishClaimsAtOnce() {
        return number("wish.claims-at-once");
    }

    /** Points of a part of a match between what is missing and a resource: tags, place or time (proposal: 40, 30, 30). */
    public int matchPoints(String part) {
        return number("match." + part);
    }

    /** Fewest points with which a match is proposed (proposal: 50). */
    public int matchMinimum() {
        return number("match.minimum");
    }

    private Limit limit(String key) {
        PolicyValue value = require(key);
        LimitUnit unit = Coded.find(LimitUnit.class, value.unit()).orElseThrow();
        return new Limit(value.value(), unit);
    }

    private int number(String key) {
        return require(key).value();
    }

    private PolicyValue require(String key) {
        return value(key)
                .or(() -> Optional.ofNullable(DEFAULTS.get(key)))
                .orElseThrow(() -> new IllegalStateException("the policy has no value for " + key));
    }

    private static Map<String, List<String>> required() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        List<String> time = List.of("uh", "um", "wh", "wd", "ud", "cd");
        keys.put("stage.accept", time);
        keys.put("stage.dispatch", time);
        keys.put("stage.verify", time);
        keys.put("threshold.warning", List.of("percent"));
        keys.put("threshold.breach", List.of("percent"));
        keys.put("threshold.supervision", List.of("percent"));
        keys.put("return.U0", time);
        keys.put("return.U1", time);
        keys.put("return.other", time);
        keys.put("return.binding", List.of("count"));
        keys.put("extension.max", List.of("count"));
        keys.put("suspension.limit", time);
        keys.put("suspension.max", List.of("count"));
        keys.put("nearby.radius", List.of("m"));
        return Collections.unmodifiableMap(keys);
    }

    private static Map<String, PolicyValue> defaults() {
        Map<String, PolicyValue> keys = new LinkedHashMap<>();
        put(keys, "chase.after-breach", 1, "wd", Provenance.PUBLISHED);
        put(keys, "bulletin.after-chase", 5, "wd", Provenance.PUBLISHED);
        put(keys, "make-safe.limit", 2, "uh", Provenance.PUBLISHED);
        put(keys, "identification.answer", 24, "uh", Provenance.PUBLISHED);
        put(keys, "whistle.emergency-check-in", 30, "um", Provenance.PUBLISHED);
        put(keys, "whistle.check-in-radius", 500, "m", Provenance.PROPOSAL);
        put(keys, "appeal.limit", 5, "wd", Provenance.PROPOSAL);
        put(keys, "duplicate.radius", 50, "m", Provenance.PROPOSAL);
        put(keys, "duplicate.days", 14, "count", Provenance.PROPOSAL);
        put(keys, "repeat.days", 90, "count", Provenance.PROPOSAL);
        put(keys, "deliberation.minimum", 5, "count", Provenance.PROPOSAL);
        put(keys, "score.handled", 30, "points", Provenance.PUBLISHED);
        put(keys, "score.on-time", 20, "points", Provenance.PUBLISHED);
        put(keys, "score.rework", 20, "points", Provenance.PUBLISHED);
        put(keys, "score.overdue", 20, "points", Provenance.PUBLISHED);
        put(keys, "score.extension", 10, "points", Provenance.PUBLISHED);
        put(keys, "ranking.minimum", 10, "count", Provenance.PROPOSAL);
        put(keys, "hot-spot.minimum", 3, "count", Provenance.PROPOSAL);
        put(keys, "hot-spot.days", 7, "count", Provenance.PROPOSAL);
        put(keys, "wish.claim-days", 30, "count", Provenance.PROPOSAL);
        put(keys, "wish.at-once", 3, "count", Provenance.PROPOSAL);
        put(keys, "wish.claims-at-once", 5, "count", Provenance.PROPOSAL);
        put(keys, "match.tags", 40, "points", Provenance.PROPOSAL);
        put(keys, "match.place", 30, "points", Provenance.PROPOSAL);
        put(keys, "match.time", 30, "points", Provenance.PROPOSAL);
        put(keys, "match.minimum", 50, "points", Provenance.PROPOSAL);
        return Collections.unmodifiableMap(keys);
    }

    private static void put(Map<String, PolicyValue> keys, String key, int value, String unit, Provenance source) {
        keys.put(key, new PolicyValue(key, value, unit, source));
    }
}
