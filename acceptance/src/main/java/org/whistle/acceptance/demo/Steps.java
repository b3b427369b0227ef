package org.whistle.acceptance.demo;

import java.io.PrintStream;

/** Prints what happens, in Chinese and English, a line for what somebody does and lines for what comes of it. */
public final class Steps {

    private final PrintStream out;
    private int number;

    public Steps(PrintStream out) {
        this.out = out;
    }

    void heading(String zh, String en) {
        out.printf("%n== %s · %s%n", zh, en);
    }

    void step(String account, String zh, String en) {
        out.printf("%n%2d. [%s] %s%n    %s%n", ++number, account, zh, en);
    }

    void detail(String label, Object value) {
        out.printf("      %-24s %s%n", label, value);
    }

    void line(String text) {
        out.println("      " + text);
    }
}
