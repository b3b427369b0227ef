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

    private Limit limit(String key) {
        PolicyValue value = require(key);
        LimitUnit unit = Coded.find(LimitUnit.class, value.unit()).orElseThrow();
        return new Limit(value.value(), unit);
    }

    private int number(String key) {
        return require(key).value();
    }

    private PolicyValue require(String key) {
        return value(key).orElseThrow(() -> new IllegalStateException("the policy has no value for " + key));
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
}
