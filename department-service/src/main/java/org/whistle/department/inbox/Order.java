package org.whistle.department.inbox;

import java.util.Arrays;
import java.util.List;

/** How the desk is sorted. */
public enum Order {
    /** What is due first comes first; open assignments only. */
    DUE("due"),
    /** In the order of receipt; whoever goes on from the last one seen misses none. */
    RECEIVED("received"),
    /** What was received last comes first. */
    NEWEST("newest");

    private final String word;

    Order(String word) {
        this.word = word;
    }

    /** The name on the wire. */
    public String word() {
        return word;
    }

    /** All names. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Order::word).toList();
    }

    /** @throws IllegalArgumentException when no order has this name */
    public static Order ofWord(String word) {
        return Arrays.stream(values())
                .filter(order -> order.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }
}
