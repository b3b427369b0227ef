package org.whistle.local.text;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** Tells what is going on, line by line; safe for use by many threads. */
public final class Progress {

    private final PrintStream out;
    private final Language language;
    private final long begun = System.nanoTime();

    public Progress(PrintStream out, Language language) {
        this.out = out;
        this.language = language;
    }

    /** Progress nobody reads. */
    public static Progress silent() {
        return new Progress(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), Language.ENGLISH);
    }

    /** A line with the seconds since the beginning in front. */
    public void step(Text text) {
        print(String.format(Locale.ROOT, "%6.1f s  %s", seconds(elapsed()), text.in(language)));
    }

    /** A line with the seconds since the beginning in front. */
    public void step(String zh, String en) {
        step(new Text(zh, en));
    }

    /** A plain line. */
    public void line(String zh, String en) {
        print(new Text(zh, en).in(language));
    }

    /** A line that is the same in every language. */
    public void line(String text) {
        print(text);
    }

    /** The language lines are written in. */
    public Language language() {
        return language;
    }

    /** Time since the beginning. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Seconds with a fraction, for lines such as {@code ready in 1.2 s}. */
    public static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private synchronized void print(String line) {
        out.println(line);
        out.flush();
    }
}
