package org.whistle.district;

/**
 * One figure of the policy.
 *
 * @param key name of the figure, such as {@code return.U0}
 * @param value the number, 0 to 9999
 * @param unit a limit unit, {@code percent}, {@code count}, {@code points} or {@code m}
 * @param source where it comes from
 */
public record PolicyValue(String key, int value, String unit, Provenance source) {}
