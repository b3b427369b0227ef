package org.whistle.local.door;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often one address may ask for what is open to everybody: so many times in a minute, then not until the next one. It keeps
 * one program from keeping the services busy; a code is safe by its length. Used by one thread.
 */
final class Pace {

    /** In a minute no more addresses than these are told apart, so that nobody can fill the memory with them. */
    private static final int ADDRESSES = 10_000;

    private static final String ALL_OTHERS = "";
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final int perMinute;
    private final LongSupplier nanoTime;
    private final Map<String, Integer> asked = new HashMap<>();
    private long begun;

    /**
     * @param perMinute how often one address may ask in a minute
     * @param nanoTime as {@link System#nanoTime()}
     */
    Pace(int perMinute, LongSupplier nanoTime) {
        this.perMinute = perMinute;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    /** Counts a request of an address; whether it is within what is allowed. */
    boolean allows(String address) {
        long now = nanoTime.getAsLong();
        if (now - begun >= MINUTE_NANOS) {
            asked.clear();
            begun = now;
        }
        String who = asked.size() < ADDRESSES || asked.containsKey(address) ? address : ALL_OTHERS;
        return asked.merge(who, 1, Integer::sum) <= perMinute;
    }

    /** Seconds until everybody may ask again, at least one. */
    long secondsLeft() {
        return Math.max(1, (MINUTE_NANOS - (nanoTime.getAsLong() - begun)) / 1_000_000_000L);
    }
}
